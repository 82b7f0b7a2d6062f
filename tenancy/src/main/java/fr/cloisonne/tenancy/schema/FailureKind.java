package fr.cloisonne.tenancy.schema;

import java.time.Duration;

/** Why a schema stays behind. */
enum FailureKind {
    /** Somebody works in it, or the connection was lost: in a moment again. */
    BUSY(Duration.ofSeconds(1), Duration.ofMinutes(5)),
    /** PostgreSQL has no disk or memory left. */
    NO_ROOM(Duration.ofSeconds(15), Duration.ofMinutes(15)),
    /** PostgreSQL refuses the change on what this schema holds. */
    CHANGE(Duration.ofSeconds(30), Duration.ofHours(1)),
    /** It has not what its version says. */
    SHAPE(Duration.ofSeconds(30), Duration.ofHours(1));

    private final Duration first;
    private final Duration longest;

    FailureKind(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** Whether it may pass by itself, so that people need only wait. */
    boolean passing() {
        return this == BUSY || this == NO_ROOM;
    }

    /** How long to wait after so many tries: doubled each time, up to a limit. */
    Duration wait(int tries) {
        Duration wait = first.multipliedBy(1L << Math.min(tries, 16));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /** What PostgreSQL's code for its refusal means. */
    static FailureKind of(String sqlState) {
        return switch (sqlState.substring(0, 2)) {
            case "53" -> NO_ROOM;
            case "08", "40", "55", "57" -> BUSY;
            default -> CHANGE;
        };
    }
}
