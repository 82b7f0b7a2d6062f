package fr.cloisonne.tenancy.value;

/** How a client company's schema that is not as it should be stands. */
public enum SchemaState {
    /** Its turn has not come. */
    WAITING,
    /** Somebody worked in it: tried again in a moment. */
    BUSY,
    /** PostgreSQL had no disk or memory left: tried again. */
    NO_ROOM,
    /** PostgreSQL refused the change on what it holds: closed. */
    CHANGE,
    /** It lacks something of its version: closed. */
    SHAPE,
    /** Newer than the node that answers, and still good for it. */
    NEWER,
    /** Newer than the node that answers, which can no longer open it. */
    TOO_NEW,
    /** Of a version that no node has told: closed. */
    UNKNOWN
}
