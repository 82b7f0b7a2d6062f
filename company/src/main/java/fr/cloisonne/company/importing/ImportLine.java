package fr.cloisonne.company.importing;

import java.io.Serializable;
import java.util.List;

/**
 * A line of an import, as people see it.
 *
 * @param number as their spreadsheet counts it
 * @param siren what stands for the company's number, perhaps none
 * @param name the name as given
 * @param verdict what becomes of it
 * @param faults what is wrong with it
 */
public record ImportLine(
        int number, String siren, String name, ImportVerdict verdict, List<ImportFault> faults)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
