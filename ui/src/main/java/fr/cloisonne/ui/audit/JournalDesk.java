package fr.cloisonne.ui.audit;

import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import org.springframework.stereotype.Component;

/** What the pages of journals share. */
@Component
record JournalDesk(
        Sentences sentences,
        Formats formats,
        StepUp stepUp,
        TakingAway taking,
        SignedInSessions sessions,
        SoughtWords words) {}
