package fr.cloisonne.tenancy.directory;

import fr.cloisonne.tenancy.value.DirectoryEntry;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import java.util.List;
import java.util.Optional;

/** A directory of companies. It is asked outside transactions: it may be slow, or away. */
public interface CompanyDirectory {

    /** How many entries words bring at most. */
    int MOST = 7;

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

    /**
     * Looks for legal units by name.
     *
     * @param words a part of a name, at least three letters
     * @return the nearest first, at most {@link #MOST}; nothing where the directory is away
     */
    Optional<List<DirectoryEntry>> search(String words);
}
