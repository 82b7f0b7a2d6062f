package fr.cloisonne.invoicing;

import fr.cloisonne.invoicing.compliance.Anomaly;
import java.util.List;

/** A deposit with all that was found in its file, and whether the bytes are still kept. */
public record DepositReport(DepositRow row, List<Anomaly> anomalies, boolean fileKept) {}
