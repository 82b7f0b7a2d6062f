package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.Afterwards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has refused sign-ins put on record beside the answer, so that it takes as long for an address
 * that is somebody's as for one that is nobody's.
 */
@Component
class RefusedSignIns {

    private final RefusedSignInRows rows;
    private final Afterwards afterwards;

    RefusedSignIns(RefusedSignInRows rows, Afterwards afterwards) {
        this.rows = rows;
        this.afterwards = afterwards;
    }

    /** With the address that was typed, if one was. */
    void first(String reason, @Nullable String addressKey, String origin) {
        afterwards.write("a refused sign-in", () -> rows.first(reason, addressKey, origin));
    }

    /** Of whoever has shown a first factor. */
    void second(UserAccountId person, SignInWay way) {
        afterwards.write("a refused second factor", () -> rows.second(person, way));
    }
}
