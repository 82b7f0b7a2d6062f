package fr.cloisonne.company.importing;

/** How far an import has come. */
public enum ImportState {
    /** Read and judged; nothing is done yet. */
    READ,
    /** Going on, on whichever node. */
    RUNNING,
    /** Stopped by somebody; what was added before stays. */
    CANCELLED,
    /** Every line is settled. */
    DONE
}
