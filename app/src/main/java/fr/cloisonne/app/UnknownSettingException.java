package fr.cloisonne.app;

import fr.cloisonne.db.StartRefusedException;

/** A setting under {@code cloisonne.} that nothing reads. */
class UnknownSettingException extends StartRefusedException {

    private static final long serialVersionUID = 1L;

    UnknownSettingException(String name, String where) {
        super(
                "There is no setting %s (found in %s): correct its name, or take it away; docs/operations.md lists them all."
                        .formatted(name, where));
    }
}
