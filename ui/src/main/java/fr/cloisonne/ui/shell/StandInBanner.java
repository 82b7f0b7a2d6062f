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
import java.util.stream.Stream;

/**
 * Says on every page for whom the reader stands in, and until when; and where the page needs a
 * right that is lent, in whose place they act there.
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
        List<InPlaceOf> acting = acting(person, page, location, firms);
        acting.forEach(one -> say("banner.acting", one));
        standingIn.today(person).stream()
                .filter(one -> acting.stream().noneMatch(said -> said.giver().equals(one.giver())))
                .forEach(one -> say("banner.standing-in", one));
        setVisible(getComponentCount() > 0);
    }

    /** A company's page that names no right is seen by any. */
    private List<InPlaceOf> actingByAny(UserAccountId person, String location) {
        return CompanyAddress.parse(location).stream()
                .flatMap(place ->
                        Stream.of(Right.values())
                                .flatMap(right ->
                                        standingIn
                                                .inCompany(person, place.company(), right)
                                                .stream())
                                .limit(1))
                .toList();
    }

    private List<InPlaceOf> acting(
            UserAccountId person, HasElement page, String location, List<FirmCard> firms) {
        Needs needs = page.getClass().getAnnotation(Needs.class);
        if (needs == null) {
            return actingByAny(person, location);
        }
        Right right = needs.value();
        return Stream.concat(
                        CompanyAddress.parse(location).stream()
                                .flatMap(place ->
                                        standingIn
                                                .inCompany(person, place.company(), right)
                                                .stream()),
                        firms.stream()
                                .filter(firm -> location.startsWith("f/" + firm.shortName() + "/"))
                                .flatMap(firm -> standingIn.inFirm(person, firm, right).stream()))
                .toList();
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
