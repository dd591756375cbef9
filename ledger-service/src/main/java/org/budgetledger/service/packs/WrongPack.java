package org.budgetledger.service.packs;

/** A policy pack that is not as it must be: the ledger does not start with rules that it would have to guess. */
public final class WrongPack extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String file;
    private final int line;
    private final String reason;

    /**
     * What is wrong, and where.
     *
     * @param line counted from 1
     */
    public WrongPack(String file, int line, String reason) {
        super("policy pack " + file + ", line " + line + ": " + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
