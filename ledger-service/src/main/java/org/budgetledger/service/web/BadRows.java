package org.budgetledger.service.web;

import java.util.List;

/** A file of which some lines cannot be taken: each is named, so that they can all be put right at once. */
public final class BadRows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** As many as a person puts right in one go, and an answer holds. */
    static final int MAX_SHOWN = 200;

    private final transient List<Fault> faults;

    /**
     * What is wrong with one line.
     *
     * @param line of the file, the first being 1; of rows that came as JSON, the row
     */
    public record Fault(long line, String detail) {}

    public BadRows(List<Fault> faults) {
        super(faults.size() + " lines cannot be taken");
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
