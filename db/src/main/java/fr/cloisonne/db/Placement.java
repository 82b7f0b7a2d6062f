package fr.cloisonne.db;

/**
 * Where a tenant lives.
 *
 * @param cell name of the cell, a database
 * @param role its role and schema there
 */
public record Placement(String cell, RoleName role) {}
