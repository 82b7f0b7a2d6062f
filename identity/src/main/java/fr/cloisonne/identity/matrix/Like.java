package fr.cloisonne.identity.matrix;

/** What was typed, for a search by LIKE: its wildcards are letters like others. */
final class Like {

    private Like() {}

    static String safe(String typed) {
        return typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
