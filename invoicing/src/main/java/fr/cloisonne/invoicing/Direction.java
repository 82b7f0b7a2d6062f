package fr.cloisonne.invoicing;

/** Whether the client company sells or buys by this invoice. */
public enum Direction {
    ISSUED,
    RECEIVED
}
