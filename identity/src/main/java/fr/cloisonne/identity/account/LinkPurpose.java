package fr.cloisonne.identity.account;

import java.time.Duration;

/** What a link is for, and how long it opens. */
enum LinkPurpose {
    ACTIVATION(Duration.ofHours(24)),
    RESET(Duration.ofMinutes(30)),
    ADDRESS(Duration.ofHours(2)),
    PROOF(Duration.ofMinutes(15)),
    OPERATOR(Duration.ofHours(1));

    private final Duration life;

    LinkPurpose(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }
}
