package org.budgetledger.service.sample;

/** What happens in a life besides its payments and spends. */
interface Turns {
    /** Nothing out of the ordinary. */
    Turns NONE = (period, life) -> {};

    /**
     * What happens near the end of a pay period.
     *
     * @param period counted from 0
     */
    void at(int period, Life life);

    default Turns then(Turns more) {
        return (period, life) -> {
            at(period, life);
            more.at(period, life);
        };
    }
}
