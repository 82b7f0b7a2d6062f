package fr.cloisonne.identity.provisioning;

import java.util.List;

/**
 * A window on what matches.
 *
 * @param total how many match
 * @param items those of the window
 * @param <T> of what
 */
public record Found<T>(long total, List<T> items) {}
