package fr.cloisonne.identity.habilitation;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Rights as a profile's row keeps them; one that a later version added allows nothing here. */
final class StoredRights {

    private StoredRights() {}

    static Set<Right> read(Array column) throws SQLException {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String name : (String[]) column.getArray()) {
            for (Right right : Right.values()) {
                if (right.name().equals(name)) {
                    rights.add(right);
                }
            }
        }
        return rights;
    }

    static String[] written(Collection<Right> rights) {
        return rights.stream().map(Right::name).toArray(String[]::new);
    }
}
