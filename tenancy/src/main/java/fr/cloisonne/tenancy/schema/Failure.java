package fr.cloisonne.tenancy.schema;

import java.time.Instant;

/**
 * What a cell keeps of a schema that stays behind.
 *
 * @param label towards which version
 * @param kind why
 * @param nextAt when it is tried again
 */
record Failure(String label, FailureKind kind, Instant nextAt) {}
