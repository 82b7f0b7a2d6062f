package fr.cloisonne.tenancy.schema;

import java.util.List;

/** A schema lacks something of the version that its ledger tells. */
class SchemaMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaMismatchException(List<String> missing) {
        super("missing: " + String.join("; ", missing));
    }
}
