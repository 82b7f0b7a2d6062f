package fr.cloisonne.db;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class SettableClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-02T09:00:00Z");

    private final ZoneId zone;

    /** A clock in Greenwich. */
    public SettableClock() {
        this(ZoneOffset.UTC);
    }

    /**
     * A clock somewhere.
     *
     * @param zone where
     */
    public SettableClock(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Moves it to a moment, also back.
     *
     * @param moment when
     */
    public void set(Instant moment) {
        now = moment;
    }

    /**
     * Moves it.
     *
     * @param by how far
     */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
