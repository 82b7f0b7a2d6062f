package fr.cloisonne.ui.signin;

import java.util.List;

/** The invented people of a demonstration; a product in earnest has no such bean. */
public interface DemonstrationAccounts {

    /** All of them, in the order in which to show them. */
    List<DemonstrationAccount> all();
}
