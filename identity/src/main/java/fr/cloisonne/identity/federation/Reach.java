package fr.cloisonne.identity.federation;

/** How far the addresses may lie that firms give for their providers. */
public enum Reach {
    /** On the public Internet, by https. */
    PUBLIC,
    /** Also in private networks, by https: for an installation inside one. */
    PRIVATE,
    /** Also on this machine, by plain http: for the demonstration and tests. */
    LOOPBACK
}
