package fr.cloisonne.invoicing.compliance;

/** Whether a finding stops the deposit. */
public enum Severity {
    /** The document is refused. */
    ERROR,
    /** The document is accepted, and the finding stays with it. */
    WARNING
}
