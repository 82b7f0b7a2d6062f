package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.habilitation.RightPart;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.membership.InvitationRefusedException;
import fr.cloisonne.identity.membership.InvitationState;
import java.util.List;
import java.util.stream.Collectors;

/** Rights that are lent, promised or asked for, in words. */
final class PartWords {

    private static final int SHOWN = 3;

    private PartWords() {}

    static String place(Component reader, RightPart part) {
        String name = part.placeName();
        if (name == null) {
            return reader.getTranslation("scope.firm");
        }
        return part.scope() instanceof Scope.OnePortfolio
                ? reader.getTranslation("scope.portfolio", name)
                : name;
    }

    /** The first places by name, the others counted. */
    static String places(Component reader, List<RightPart> parts) {
        List<String> places = parts.stream().map(part -> place(reader, part)).distinct().toList();
        String first = String.join(", ", places.subList(0, Math.min(SHOWN, places.size())));
        return places.size() <= SHOWN
                ? first
                : reader.getTranslation("scope.more", first, places.size() - SHOWN);
    }

    static String profiles(Component reader, List<RightPart> parts) {
        return parts.stream()
                .map(part -> ProfileNames.of(reader, part))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static String refusal(Component reader, InvitationRefusedException refused) {
        InvitationState state = refused.state();
        return state == null
                ? reader.getTranslation("invitation.refused." + refused.reason().name())
                : reader.getTranslation("invitation.closed." + state.name());
    }
}
