package org.budgetledger.service.fuzz;

import org.jspecify.annotations.Nullable;

/**
 * One way to spoil a request that was sound.
 *
 * @param name what is wrong with it
 * @param refused whether nothing but a refusal is right; where not, it may also be answered
 * @param routed whether it still reaches its operation, so that its answer must be among the documented ones
 */
record Breakage(String name, boolean refused, boolean routed, Spoiler spoiler) {
    /** Spoils a sound request; gives nothing where the request has nothing to spoil. */
    interface Spoiler {
        @Nullable
        Draft spoil(Operation operation, Draft sound, Chances chances);
    }

    /** Never accepted, and refused by the operation itself. */
    static Breakage refused(String name, Spoiler spoiler) {
        return new Breakage(name, true, true, spoiler);
    }

    /** Never accepted, wherever it is refused. */
    static Breakage refusedAnywhere(String name, Spoiler spoiler) {
        return new Breakage(name, true, false, spoiler);
    }

    /** Odd, but not always wrong. */
    static Breakage odd(String name, Spoiler spoiler) {
        return new Breakage(name, false, false, spoiler);
    }

    @Override
    public String toString() {
        return name;
    }
}
