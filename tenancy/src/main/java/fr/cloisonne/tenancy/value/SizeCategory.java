package fr.cloisonne.tenancy.value;

/** Size of an enterprise (decree 2008-1354), on which the date of its obligation to issue hangs. */
public enum SizeCategory {
    /** Fewer than 10 people and at most 2 M€. */
    MICRO,
    /** Fewer than 250 people. */
    PME,
    /** Fewer than 5,000 people. */
    ETI,
    /** All the rest. */
    GE
}
