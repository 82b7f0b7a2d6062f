package fr.cloisonne.company.importing;

import fr.cloisonne.company.CompanyForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a file with the company that it describes, unless it describes none. */
record JudgedLine(ImportLine line, @Nullable CompanyForm form) {

    JudgedLine as(ImportVerdict verdict, List<ImportFault> faults) {
        return new JudgedLine(
                new ImportLine(line.number(), line.siren(), line.name(), verdict, faults),
                verdict == ImportVerdict.REFUSED || verdict == ImportVerdict.KNOWN ? null : form);
    }
}
