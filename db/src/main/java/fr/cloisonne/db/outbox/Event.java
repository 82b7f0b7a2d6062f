package fr.cloisonne.db.outbox;

/**
 * Something that has become true: a record named in the past participle, of ids, codes and versions
 * alone; never a name, an amount, a text or a secret.
 */
public interface Event {

    /**
     * What it is about; events of one aggregate keep their order.
     *
     * @return an id, at most 80 characters
     */
    String aggregate();
}
