package fr.cloisonne.invoicing;

import java.nio.file.Path;

/**
 * A file that somebody handed in, staged on disk: its name as typed, its bytes, how many they are.
 */
public record DepositedFile(String name, Path content, long size) {}
