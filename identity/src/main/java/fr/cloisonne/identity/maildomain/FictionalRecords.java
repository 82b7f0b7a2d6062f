package fr.cloisonne.identity.maildomain;

/**
 * The zones of a demonstration: those below {@code .example}, which nobody can own (RFC 2606),
 * publish whatever they should; all others nothing.
 */
final class FictionalRecords implements PublishedRecords {

    @Override
    public Answer ask(String record, String text) {
        if (record.endsWith(".silence.example")) {
            return Answer.AWAY;
        }
        boolean publishes = record.endsWith(".example") && !record.contains(".sans-preuve.");
        return publishes ? Answer.PUBLISHED : Answer.ABSENT;
    }
}
