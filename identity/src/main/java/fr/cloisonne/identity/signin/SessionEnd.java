package fr.cloisonne.identity.signin;

/** Why a session is over. */
public enum SessionEnd {
    /** The person signed out. */
    SIGNED_OUT,
    /** The person closed it from another page or device. */
    REVOKED,
    /** Nothing was done for too long. */
    IDLE,
    /** It has lasted as long as any may. */
    EXPIRED,
    /** The password was changed or reset. */
    PASSWORD_CHANGED,
    /** A factor or a linked identity was added or taken away. */
    WAY_IN_CHANGED,
    /** The identity provider ended it. */
    PROVIDER,
    /** The account was suspended. */
    SUSPENDED,
    /** Somebody signed in beside it in the same browser. */
    REPLACED,
    /** The node that held it has stopped. */
    RESTARTED,
    /** No row knows it. */
    UNKNOWN
}
