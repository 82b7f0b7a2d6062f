package fr.cloisonne.identity.provisioning;

/**
 * Which of those that match are wanted.
 *
 * @param start the first, counted from 1
 * @param count how many, at most 200
 */
public record Window(int start, int count) {

    /** As many as one answer carries. */
    public static final int MOST = 200;

    /** What is out of bounds is brought back within them, as RFC 7644 asks. */
    public Window {
        start = Math.max(start, 1);
        count = Math.clamp(count, 0, MOST);
    }
}
