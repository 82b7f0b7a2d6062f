package fr.cloisonne.app;

/** A setting under {@code cloisonne.} that nothing reads. */
class UnknownSettingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnknownSettingException(String name, String where) {
        super(
                "There is no setting %s (found in %s): correct its name, or take it away; docs/operations.md lists them all."
                        .formatted(name, where));
    }
}
