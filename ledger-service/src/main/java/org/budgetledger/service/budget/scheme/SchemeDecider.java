package org.budgetledger.service.budget.scheme;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.scheme.AdoptPolicyPack;
import org.budgetledger.api.budget.scheme.ChangePayCycle;
import org.budgetledger.api.budget.scheme.PayCycleChanged;
import org.budgetledger.api.budget.scheme.PolicyPackAdopted;
import org.budgetledger.api.budget.scheme.SchemeCommand;
import org.budgetledger.api.budget.scheme.SchemeEvent;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.PolicyPacks;

/** By which rules and how often a budget is paid. */
public final class SchemeDecider {
    private SchemeDecider() {}

    public static Decision<SchemeEvent> decide(
            SchemeCommand command, PolicyPacks packs, Adoptions adoptions, Dues dues) {
        return switch (command) {
            case AdoptPolicyPack c -> adopt(c, packs, adoptions);
            case ChangePayCycle c -> changeCycle(c, dues);
        };
    }

    private static Decision<SchemeEvent> adopt(AdoptPolicyPack c, PolicyPacks packs, Adoptions adoptions) {
        if (packs.byId(c.policyPack()).isEmpty()) {
            return refused(Refusal.policyPackNotFound(c.policyPack()));
        }
        if (adoptions.lastFrom().filter(c.effectiveFrom()::isBefore).isPresent()) {
            return refused(Refusal.outOfOrder("Another policy pack is adopted already from "
                    + adoptions.lastFrom().get() + "."));
        }
        return accepted(new PolicyPackAdopted(c.policyPack(), c.effectiveFrom(), c.reason()));
    }

    /** R16: days that were paid for keep their periods, or their lines would be rounded in other places. */
    private static Decision<SchemeEvent> changeCycle(ChangePayCycle c, Dues dues) {
        var changed = dues.book().calendar().lastChange();
        if (changed != null && c.effectiveFrom().isBefore(changed)) {
            return refused(Refusal.outOfOrder("The pay cycle is changed already from " + changed + "."));
        }
        var settled = dues.settlement().lastDay().filter(day -> !day.isBefore(c.effectiveFrom()));
        return settled.isPresent()
                ? refused(Refusal.alreadySettled(c.effectiveFrom(), settled.get()))
                : accepted(new PayCycleChanged(c.payCycle(), c.effectiveFrom(), c.reason()));
    }
}
