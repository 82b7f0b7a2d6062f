package fr.cloisonne.identity.habilitation;

/** A part of the product over which rights are given: to consult, or to modify as well. */
public enum Area {
    /** Deposits and their reports. */
    DEPOSIT,
    /** Invoices and what becomes of them. */
    FOLLOW_UP,
    /** The client companies: who they are, and which there are. */
    COMPANY_SHEET,
    /** Requests that wait for an answer. */
    APPROVALS,
    /** Who may do what, and the firm's journal. */
    HABILITATIONS,
    /** Connections of machines. */
    MACHINE_CONNECTIONS,
    /** Through which doors the firm's people come in. */
    SIGN_IN
}
