package fr.cloisonne.tenancy.directory;

import fr.cloisonne.tenancy.value.DirectoryEntry;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import java.util.List;
import java.util.Optional;

/** Where no directory is set: nothing is known of any number. */
final class NoDirectory implements CompanyDirectory {

    @Override
    public DirectoryAnswer find(Siren siren) {
        return new DirectoryAnswer.Unavailable();
    }

    @Override
    public DirectoryAnswer find(Siret siret) {
        return new DirectoryAnswer.Unavailable();
    }

    @Override
    public Optional<List<DirectoryEntry>> search(String words) {
        return Optional.empty();
    }
}
