package org.budgetledger.service.run;

import java.util.function.Function;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.Minting;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.HashChain;
import org.budgetledger.service.web.Correlation;
import org.budgetledger.service.web.Problems;
import org.springframework.stereotype.Component;

/** Sends the commands of a run, each under an id that follows from the run and what it is about (R2). */
@Component
public class RunCommands {
    private final CommandGateway gateway;

    public RunCommands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** The id of the command for one item: the same in whoever's name, and however often, it is carried out. */
    public static CommandId idFor(Run run, RunItem item) {
        return new CommandId(Minting.mint(
                        run.authority(), new CommandId(run.id().toString()), item.budgetId() + " " + item.subject())
                .toString());
    }

    /**
     * Sends the command of an item.
     *
     * @param accepted what to make of its answer, whether it is the first or was given before
     * @param refused what to make of a refusal
     */
    public Outcome send(
            Run run,
            RunItem item,
            BudgetCommand command,
            Function<CommandAnswer, Outcome> accepted,
            Function<Refusal, Outcome> refused) {
        // Of what the item is, not of the day it is carried out on: that is filled in, and a run may go on on another
        // day.
        var digest = HashChain.sha256(run.digest() + " " + command.commandId() + " " + item.asked());
        var envelope = new Envelope(run.actor(), command.commandId(), digest, null);
        try (var _ = Correlation.within(command.commandId())) {
            return accepted.apply(gateway.sendAndWait(
                    GenericCommandMessage.asCommandMessage(command).withMetaData(envelope.toMetadata())));
        } catch (CommandExecutionException e) {
            return refused.apply(Problems.refusalIn(e).orElseThrow(() -> e));
        }
    }
}
