package fr.cloisonne.tenancy.directory;

import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;

/** A directory of companies. It is asked outside transactions: it may be slow, or away. */
public interface CompanyDirectory {

    /**
     * Looks up a legal unit.
     *
     * @param siren its number
     * @return what the directory says
     */
    DirectoryAnswer find(Siren siren);

    /**
     * Looks up an establishment.
     *
     * @param siret its number
     * @return what the directory says
     */
    DirectoryAnswer find(Siret siret);
}
