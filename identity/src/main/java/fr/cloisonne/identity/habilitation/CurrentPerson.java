package fr.cloisonne.identity.habilitation;

import java.util.Optional;

/** The one who acts, bound by {@link CompanyDoor} for the length of a call; nobody otherwise. */
public final class CurrentPerson {

    static final ScopedValue<Acting> BOUND = ScopedValue.newInstance();

    /** Bound where the one who acts sees as a colleague does, and may do nothing. */
    static final ScopedValue<Seen> SEEING = ScopedValue.newInstance();

    private CurrentPerson() {}

    static void requireActing() {
        if (SEEING.isBound()) {
            throw new SeeingOnlyException();
        }
    }

    /**
     * Who acts here, if anybody.
     *
     * @return the person
     */
    public static Optional<Acting> optional() {
        return BOUND.isBound() ? Optional.of(BOUND.get()) : Optional.empty();
    }

    /**
     * Who acts here.
     *
     * @return the person
     * @throws IllegalStateException where nobody acts
     */
    public static Acting require() {
        return optional().orElseThrow(() -> new IllegalStateException("Nobody acts here"));
    }
}
