package org.budgetledger.service.budget.transfer;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.transfer.MoveBetweenDeployments;
import org.budgetledger.api.budget.transfer.MovedBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferBetweenStreams;
import org.budgetledger.api.budget.transfer.TransferCommand;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.transfer.TransferredBetweenStreams;
import org.budgetledger.service.budget.account.Funds;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.deciding.Decision;

/** Moving money within a budget: streams do not spill into one another (R11). */
public final class TransferDecider {
    private TransferDecider() {}

    public static Decision<TransferEvent> decide(TransferCommand command, Control control, Funds funds) {
        return switch (command) {
            case MoveBetweenDeployments c -> move(c, control, funds);
            case TransferBetweenStreams c -> control.on(c.deployment(), deployment -> transfer(c, deployment, funds));
        };
    }

    private static Decision<TransferEvent> move(MoveBetweenDeployments c, Control control, Funds funds) {
        for (var deployment : List.of(c.fromDeployment(), c.toDeployment())) {
            if (!control.known(deployment)) {
                return refused(Refusal.unknownDeployment(deployment));
            }
        }
        if (funds.account().knows(c.moveId())) {
            return refused(Refusal.idInUse(c.moveId()));
        }
        return funds.shortOf(c.amount(), c.effectiveOn(), new AccountKey(c.fromDeployment(), c.stream()), null)
                .<Decision<TransferEvent>>map(Decision::refused)
                .orElseGet(() -> accepted(new MovedBetweenDeployments(
                        c.moveId(),
                        c.fromDeployment(),
                        c.toDeployment(),
                        c.stream(),
                        c.amount(),
                        c.reason(),
                        c.effectiveOn())));
    }

    private static Decision<TransferEvent> transfer(TransferBetweenStreams c, DeploymentId deployment, Funds funds) {
        var agreement = c.agreementReference();
        if (agreement == null) {
            return refused(Refusal.agreementReferenceRequired());
        }
        if (funds.account().knows(c.transferId())) {
            return refused(Refusal.idInUse(c.transferId()));
        }
        return funds.shortOf(c.amount(), c.effectiveOn(), new AccountKey(deployment, c.fromStream()), null)
                .<Decision<TransferEvent>>map(Decision::refused)
                .orElseGet(() -> accepted(new TransferredBetweenStreams(
                        c.transferId(),
                        deployment,
                        c.fromStream(),
                        c.toStream(),
                        c.amount(),
                        agreement,
                        c.reason(),
                        c.effectiveOn())));
    }
}
