package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.pool.MemberShare;
import org.budgetledger.api.pool.ReturnedShare;
import org.jspecify.annotations.Nullable;

/** Where a pool stands after some steps (R19): who is in it, what is theirs, and what is set aside. */
final class PoolPlay {
    record SetAside(List<MemberShare> shares, @Nullable LocalDate lapsesOn) {}

    final List<BudgetId> present = new ArrayList<>();
    final Set<BudgetId> ever = new HashSet<>();
    final Map<BudgetId, Long> equities = new LinkedHashMap<>();
    final Map<ItemId, SetAside> open = new LinkedHashMap<>();
    final Set<ItemId> items = new HashSet<>();
    final Set<EntryId> entries = new HashSet<>();
    final Map<EntryId, Long> spends = new LinkedHashMap<>();

    @Nullable
    LocalDate closedOn;

    private final Map<BudgetId, Long> weights = new LinkedHashMap<>();
    private final Map<BudgetId, Map<AccountKey, Long>> sources = new LinkedHashMap<>();

    void step(PoolStep step) {
        switch (step) {
            case PoolStep.Joined(var member, var weight) -> {
                present.add(member);
                ever.add(member);
                weights.put(member, weight);
                equities.put(member, 0L);
                sources.put(member, new LinkedHashMap<>());
            }
            case PoolStep.PutIn(var entry, var member, var account, var pence) -> {
                entries.add(entry);
                equities.merge(member, pence, Long::sum);
                sources.getOrDefault(member, new LinkedHashMap<>()).merge(account, pence, Long::sum);
            }
            case PoolStep.Authorised(var item, var pence, var lapsesOn) -> {
                items.add(item);
                open.put(item, new SetAside(shares(pence), lapsesOn));
            }
            case PoolStep.Cancelled(var item) -> open.remove(item);
            case PoolStep.Spent(var entry, var pence, var authorisation) -> {
                entries.add(entry);
                spends.put(entry, pence);
                bear(shares(pence), -1);
                if (authorisation != null) {
                    open.remove(authorisation);
                }
            }
            case PoolStep.Refunded(var entry, var spend, var pence) -> {
                entries.add(entry);
                spends.merge(spend, -pence, Long::sum);
                bear(shares(pence), 1);
            }
            case PoolStep.Left(var member) -> {
                present.remove(member);
                equities.put(member, 0L);
            }
            case PoolStep.Closed(var on) -> {
                closedOn = on;
                present.forEach(member -> equities.put(member, 0L));
            }
        }
    }

    private void bear(List<MemberShare> shares, int sign) {
        shares.forEach(
                share -> equities.merge(share.budgetId(), sign * share.share().pence(), Long::sum));
    }

    boolean closed() {
        return closedOn != null;
    }

    /** Who bears how much of a sum, in the order in which they joined. */
    List<MemberShare> shares(long pence) {
        var parts = NaiveArithmetic.split(
                pence,
                present.stream().map(member -> weights.getOrDefault(member, 0L)).toList());
        var shares = new ArrayList<MemberShare>();
        for (var i = 0; i < present.size(); i++) {
            shares.add(new MemberShare(present.get(i), Money.ofPence(parts.get(i))));
        }
        return shares;
    }

    long equity(BudgetId member) {
        return equities.getOrDefault(member, 0L);
    }

    long balance() {
        return equities.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean stands(ItemId item, LocalDate day) {
        var aside = open.get(item);
        return aside != null && (aside.lapsesOn() == null || day.isBefore(aside.lapsesOn()));
    }

    boolean anyStands(LocalDate day) {
        return open.keySet().stream().anyMatch(item -> stands(item, day));
    }

    /** Whether money is set aside that counts on a member. */
    boolean countsOn(BudgetId member, LocalDate day) {
        return free(member, day) < equity(member);
    }

    /** A member's equity less their part of what is set aside. */
    long free(BudgetId member, LocalDate day) {
        var free = equity(member);
        for (var each : open.entrySet()) {
            if (stands(each.getKey(), day)) {
                for (var share : each.getValue().shares()) {
                    free -= share.budgetId().equals(member) ? share.share().pence() : 0;
                }
            }
        }
        return free;
    }

    /** A member's equity, each account's part of it in proportion to what came from there. */
    List<ReturnedShare> returns(BudgetId member) {
        var accounts = List.copyOf(sources.getOrDefault(member, Map.of()).keySet());
        var parts = NaiveArithmetic.split(
                equity(member),
                List.copyOf(sources.getOrDefault(member, Map.of()).values()));
        var returns = new ArrayList<ReturnedShare>();
        for (var i = 0; i < accounts.size(); i++) {
            if (parts.get(i) > 0) {
                var account = accounts.get(i);
                returns.add(new ReturnedShare(account.deployment(), account.stream(), Amount.ofPence(parts.get(i))));
            }
        }
        return returns;
    }
}
