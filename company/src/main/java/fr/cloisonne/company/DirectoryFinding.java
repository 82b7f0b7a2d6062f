package fr.cloisonne.company;

import fr.cloisonne.tenancy.value.DirectoryEntry;
import java.util.List;

/**
 * What came of asking the directory.
 *
 * @param answered whether it was there to answer
 * @param entries what it knows, the nearest first
 */
public record DirectoryFinding(boolean answered, List<DirectoryEntry> entries) {}
