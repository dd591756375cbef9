package org.budgetledger.service.run.payment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PayPeriod;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.entitlement.Entitlement;

/**
 * Whom a pay run pays in one budget: each deployment that holds money, from the first day of the period on which it is in force.
 * Where that is later than the period's, the days before are not its to be paid for.
 */
final class Paying {
    private Paying() {}

    /** The first day of each deployment that is paid for in a period, in the order in which they come into force. */
    static Map<DeploymentId, LocalDate> holders(Entitlement book, PayPeriod period) {
        var holders = new LinkedHashMap<DeploymentId, LocalDate>();
        Stream.concat(Stream.of(period.from()), book.deployments().stream().map(DeploymentsSet::effectiveFrom))
                .filter(day -> !day.isBefore(period.from()) && !day.isAfter(period.to()))
                .sorted()
                .forEach(day -> book.inForceOn(day).stream()
                        .filter(deployment -> !deployment.notional())
                        .forEach(deployment -> holders.putIfAbsent(deployment.deploymentId(), day)));
        return holders;
    }
}
