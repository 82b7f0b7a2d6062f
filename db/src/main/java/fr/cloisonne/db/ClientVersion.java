package fr.cloisonne.db;

import java.util.List;

/**
 * One version of the client companies' schema: what the one before it lacks.
 *
 * @param number 1 for the first
 * @param label number of statements up to here and the beginning of their SHA-256
 * @param contract whether code of an earlier version can no longer work with it
 * @param statements its own statements, with a placeholder for the tenant's role
 */
public record ClientVersion(int number, String label, boolean contract, List<String> statements) {}
