package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.InPlaceOf;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.StandingIn;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.text.Formats;
import java.util.List;

/**
 * Says on every page in whose place the reader acts there, and until when. Where the page needs a
 * right that is the reader's own, it is silent; where a page needs none, it says for whom they
 * stand in.
 */
class StandInBanner extends Div {

    private final StandingIn standingIn;
    private final Formats formats;

    StandInBanner(StandingIn standingIn, Formats formats) {
        this.standingIn = standingIn;
        this.formats = formats;
        addClassName("banner");
        setVisible(false);
    }

    void show(UserAccountId person, HasElement page, String location, List<FirmCard> firms) {
        removeAll();
        Needs needs = page.getClass().getAnnotation(Needs.class);
        if (needs == null) {
            standingIn.today(person).forEach(one -> say("banner.standing-in", one));
        } else {
            CompanyAddress.parse(location)
                    .ifPresent(place ->
                            standingIn
                                    .inCompany(person, place.company(), needs.value())
                                    .ifPresent(one -> say("banner.acting", one)));
            firms.stream()
                    .filter(firm -> location.startsWith("f/" + firm.shortName() + "/"))
                    .forEach(firm -> inFirm(person, firm, needs.value()));
        }
        setVisible(getComponentCount() > 0);
    }

    private void inFirm(UserAccountId person, FirmCard firm, Right right) {
        standingIn.inFirm(person, firm, right).ifPresent(one -> say("banner.acting", one));
    }

    private void say(String text, InPlaceOf one) {
        add(
                Notice.information(
                        getTranslation(
                                text,
                                one.giver().name().display(),
                                formats.spoken(one.last(), getLocale()))));
    }
}
