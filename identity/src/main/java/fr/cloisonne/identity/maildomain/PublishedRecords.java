package fr.cloisonne.identity.maildomain;

/** The zones of mail domains. They are asked outside transactions: they may be slow, or away. */
interface PublishedRecords {

    /** What a zone says. */
    enum Answer {
        /** It publishes the text. */
        PUBLISHED,
        /** It does not, or there is no such zone. */
        ABSENT,
        /** It did not answer. */
        AWAY
    }

    /** Whether there is a TXT record of this name with just this text. */
    Answer ask(String record, String text);
}
