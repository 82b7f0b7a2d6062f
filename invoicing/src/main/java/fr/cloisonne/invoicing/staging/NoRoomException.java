package fr.cloisonne.invoicing.staging;

import java.io.IOException;

/** No room for this file now: too much of the same people waits, or the disk is full. */
public class NoRoomException extends IOException {

    private static final long serialVersionUID = 1L;

    NoRoomException(String why) {
        super(why);
    }
}
