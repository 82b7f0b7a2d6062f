package fr.cloisonne.ui.shell;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.FactorDoubts;
import fr.cloisonne.identity.habilitation.FactorRules;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Leads whoever lacks the second factor that a firm asks for to where one is added, before anything
 * else of that firm; from there they go on to where they wanted.
 */
@Component
public class FactorStop {

    static final String PAGE = "account/protect";

    private static final String WANTED = FactorStop.class.getName();

    private final FactorRules rules;
    private final FactorDoubts doubts;
    private final Habilitations habilitations;

    FactorStop(FactorRules rules, FactorDoubts doubts, Habilitations habilitations) {
        this.rules = rules;
        this.doubts = doubts;
        this.habilitations = habilitations;
    }

    /** Whether this person is led away from this place. */
    boolean stops(UserAccountId person, Location place) {
        List<FirmCard> waiting = rules.waitingFor(person);
        boolean stopped =
                (!waiting.isEmpty() && (first(person, place) || inside(waiting, place.getPath())))
                        || (isOfFirm(place.getPath()) && inside(doubting(person), place.getPath()));
        if (stopped) {
            VaadinSession.getCurrent().setAttribute(WANTED, place.getPathWithQueryParameters());
        }
        return stopped;
    }

    /** The portfolio is shown to whoever has other firms, once they have been told. */
    private boolean first(UserAccountId person, Location place) {
        return MenuPlace.isFirst(place.getPath())
                && (VaadinSession.getCurrent().getAttribute(WANTED) == null || !hasOthers(person));
    }

    /** Whether anything is open to this person elsewhere meanwhile. */
    public boolean hasOthers(UserAccountId person) {
        return !habilitations.firmsOf(person).isEmpty();
    }

    private static boolean isOfFirm(String path) {
        return path.startsWith("c/") || path.startsWith("f/");
    }

    private static boolean inside(List<FirmCard> firms, String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 1
                && isOfFirm(path)
                && firms.stream().anyMatch(firm -> firm.shortName().toString().equals(parts[1]));
    }

    /** The firms that have to make sure of this person first. */
    public List<FirmCard> doubting(UserAccountId person) {
        return doubts.of(person);
    }

    /** The firms for which an act on this page may have been refused for want of a factor. */
    List<FirmCard> behind(UserAccountId person, Location page) {
        List<FirmCard> waiting = rules.waitingFor(person);
        return MenuPlace.isFirst(page.getPath()) || inside(waiting, page.getPath())
                ? waiting
                : List.of();
    }

    /** The firms that this person cannot enter yet. */
    public List<FirmCard> waitingFor(UserAccountId person) {
        return rules.waitingFor(person);
    }

    /** Where they were going, once nothing stops them any more. */
    public Optional<Location> goOn(UserAccountId person) {
        Object wanted = VaadinSession.getCurrent().getAttribute(WANTED);
        if (wanted == null || !rules.waitingFor(person).isEmpty()) {
            return Optional.empty();
        }
        VaadinSession.getCurrent().setAttribute(WANTED, null);
        return Optional.of(new Location(wanted.toString()));
    }
}
