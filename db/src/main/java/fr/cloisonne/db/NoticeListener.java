package fr.cloisonne.db;

import java.util.UUID;

/**
 * Somebody who keeps an answer for a moment, and forgets it when told that it has changed. What is
 * told is a hint: the truth is read from its table.
 */
public interface NoticeListener {

    /**
     * What it listens for.
     *
     * @return a short word
     */
    String kind();

    /**
     * Something of this kind has changed.
     *
     * @param id of what has changed
     */
    void told(UUID id);

    /** Something may have been missed: everything that is kept is forgotten. */
    void missed();
}
