package fr.cloisonne.notification;

import fr.cloisonne.identity.provisioning.ProvisioningEnding;
import fr.cloisonne.identity.provisioning.ProvisioningEnds;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators that the token of its directory is about to end. */
@Component
class ProvisioningEndingMail implements MailTemplate<ProvisioningEnding> {

    private final ProvisioningEnds ends;

    ProvisioningEndingMail(ProvisioningEnds ends) {
        this.ends = ends;
    }

    @Override
    public Class<ProvisioningEnding> event() {
        return ProvisioningEnding.class;
    }

    @Override
    public List<Letter> letters(ProvisioningEnding event) {
        return ends.news(event.connection()).map(ProvisioningEndingMail::letters).orElse(List.of());
    }

    private static List<Letter> letters(ProvisioningEnds.News news) {
        return news.administrators().stream()
                .map(administrator ->
                        new Letter(
                                Recipient.of(administrator),
                                "provisioning-ending",
                                List.of(news.firmName(), news.name(), news.lastDay()),
                                "/f/" + news.firm() + "/provisioning"))
                .toList();
    }
}
