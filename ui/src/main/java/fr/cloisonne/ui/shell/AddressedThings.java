package fr.cloisonne.ui.shell;

import java.util.UUID;

/** What the ids in the addresses of one page stand for; asked inside the company. */
public interface AddressedThings {

    /** The page whose addresses end with an id. */
    Class<? extends CompanyPage> page();

    /** Whether this company has a thing of this id. */
    boolean exists(UUID id);
}
