package fr.cloisonne.identity.preference;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes away, every hour, what was typed and not sent a week ago. */
@Component
class DraftTidying {

    private final FormDrafts drafts;

    DraftTidying(FormDrafts drafts) {
        this.drafts = drafts;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    void tidy() {
        drafts.takeAwayOld();
    }
}
