package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.RightPart;
import org.jspecify.annotations.Nullable;

/** How profiles are called: those that ship by the bundles, a firm's own as the firm says. */
final class ProfileNames {

    private ProfileNames() {}

    static String of(Component reader, Profile profile, @Nullable String name) {
        return name == null ? reader.getTranslation("profile." + profile.code()) : name;
    }

    static String of(Component reader, ProfileSheet sheet) {
        return of(reader, sheet.profile(), sheet.name());
    }

    static String of(Component reader, RightPart part) {
        return of(reader, part.profile(), part.profileName());
    }

    /** With what it allows, for a choice. */
    static String choice(Component reader, ProfileSheet sheet) {
        String name = sheet.name();
        return name == null
                ? reader.getTranslation("profile.choice." + sheet.profile().code())
                : name;
    }

    /** What one may do with it, as part of a sentence. */
    static String may(Component reader, ProfileSheet sheet) {
        String name = sheet.name();
        return name == null
                ? reader.getTranslation("profile.may." + sheet.profile().code())
                : reader.getTranslation("profile.may.own", name);
    }
}
