package fr.cloisonne.ui.company;

import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.invoicing.staging.Staging;
import fr.cloisonne.ui.signin.StepUp;
import org.springframework.stereotype.Component;

/** What the pages of imports share: words, and the ways in and out for files. */
@Component
record ImportDesk(
        ImportWords words,
        Staging staging,
        TakingAway taking,
        StepUp stepUp,
        SignedInSessions sessions) {}
