package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.AccessReviewDue;
import fr.cloisonne.identity.habilitation.DueReview;
import fr.cloisonne.identity.habilitation.ReviewReminders;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds a firm's administrators that its access waits for a review. */
@Component
class AccessReviewDueMail implements MailTemplate<AccessReviewDue> {

    private final ReviewReminders reminders;

    AccessReviewDueMail(ReviewReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public Class<AccessReviewDue> event() {
        return AccessReviewDue.class;
    }

    @Override
    public List<Letter> letters(AccessReviewDue event) {
        DueReview due = reminders.due(event.firm());
        return due.administrators().stream()
                .map(person ->
                        new Letter(
                                Recipient.of(person),
                                "review-due",
                                List.of(due.firm().legalName()),
                                "/f/" + due.firm().shortName() + "/review"))
                .toList();
    }
}
