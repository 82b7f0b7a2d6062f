package fr.cloisonne.app.check;

/** Where the judgements go, in the order of the documents. */
interface CheckReport {

    void add(Judgement judgement);

    /** Nothing follows. */
    void end();
}
