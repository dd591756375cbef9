package org.budgetledger.service.batch;

import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.Refusal;

/** What became of one command of a batch. */
sealed interface Outcome {
    /** It is stored. */
    record Accepted(CommandAnswer answer) implements Outcome {}

    /** A rule refused it. */
    record Refused(Refusal refusal) implements Outcome {}

    /** It could not be read, or not be carried out. */
    record Failed(RuntimeException why) implements Outcome {}

    /** It was not tried, because one before it has to come first, or because nothing gets through. */
    record NotTried() implements Outcome {}
}
