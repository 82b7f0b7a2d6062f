package fr.cloisonne.invoicing;

/** The five words that people sort invoices by; each official status belongs to one of them. */
public enum StatusFamily {
    EN_COURS,
    VALIDEE,
    REJETEE,
    PAYEE,
    ANNULEE
}
