package fr.cloisonne.identity.provisioning;

/**
 * A person or a group, as the other mentions it.
 *
 * @param id its id
 * @param display its name
 */
public record Reference(String id, String display) {}
