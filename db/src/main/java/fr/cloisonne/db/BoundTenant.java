package fr.cloisonne.db;

import org.jspecify.annotations.Nullable;

/** Tells which tenant the present thread works for; the room that owns the context answers. */
public interface BoundTenant {

    /**
     * The tenant bound here and now.
     *
     * @return its placement, or null where none is bound
     */
    @Nullable Placement current();
}
