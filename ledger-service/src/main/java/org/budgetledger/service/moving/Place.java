package org.budgetledger.service.moving;

import java.util.Arrays;

/** Where the events of a ledger can live. */
enum Place {
    POSTGRESQL("postgresql", "PostgreSQL"),
    AXON_SERVER("axonserver", "Axon Server");

    private final String setting;
    private final String inWords;

    Place(String setting, String inWords) {
        this.setting = setting;
        this.inWords = inWords;
    }

    /** As settings and tables name it. */
    static Place of(String setting) {
        return Arrays.stream(values())
                .filter(place -> place.setting.equals(setting))
                .findFirst()
                .orElseThrow(() -> new MoveStopped(
                        "The events can be moved to axonserver or to postgresql, not to \"%s\".".formatted(setting)));
    }

    String setting() {
        return setting;
    }

    String inWords() {
        return inWords;
    }

    Place other() {
        return this == POSTGRESQL ? AXON_SERVER : POSTGRESQL;
    }
}
