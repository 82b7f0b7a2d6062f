package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import java.time.Instant;

/**
 * That a person has shown who they are, and when.
 *
 * @param person who
 * @param at when
 */
record Proof(UserAccountId person, Instant at) {}
