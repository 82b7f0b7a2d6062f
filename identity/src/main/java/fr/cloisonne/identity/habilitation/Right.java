package fr.cloisonne.identity.habilitation;

/** What a person may do in a firm or in one client company. */
public enum Right {
    /** See a company's invoices and history. */
    CONSULT,
    /** Deposit invoices. */
    DEPOSIT,
    /** Add client companies to the firm. */
    MANAGE_COMPANIES,
    /** Grant, delegate and revoke habilitations. */
    DELEGATE,
    /** Read the firm's audit trail. */
    AUDIT
}
