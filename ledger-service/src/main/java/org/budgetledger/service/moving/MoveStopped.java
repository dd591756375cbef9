package org.budgetledger.service.moving;

/** A move that does not go on, and in its message why, for who asked for it. */
final class MoveStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MoveStopped(String why) {
        super(why);
    }

    MoveStopped(String why, Throwable cause) {
        super(why, cause);
    }
}
