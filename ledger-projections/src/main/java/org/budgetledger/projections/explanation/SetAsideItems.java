package org.budgetledger.projections.explanation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.explanation.ExplainedItem;

/** What is set aside and promised: in the balance, but not free. */
final class SetAsideItems {
    private SetAsideItems() {}

    static List<ExplainedItem> of(Asked asked) {
        return Stream.concat(
                        asked.balances().earmarks().stream()
                                .map(earmark -> new ExplainedItem(
                                        null,
                                        ExplainedItem.Type.EARMARK,
                                        "Set aside for %s."
                                                .formatted(
                                                        earmark.description() == null
                                                                ? earmark.purpose()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT)
                                                                        .replace('_', ' ')
                                                                : earmark.description()),
                                        earmark.deployment(),
                                        earmark.stream(),
                                        earmark.effectiveOn(),
                                        earmark.left().negated())),
                        asked.balances().authorisations().stream()
                                .map(authorisation -> new ExplainedItem(
                                        null,
                                        ExplainedItem.Type.AUTHORISATION,
                                        "Authorised and not spent yet%s."
                                                .formatted(
                                                        authorisation.purpose() == null
                                                                ? ""
                                                                : ": " + authorisation.purpose()),
                                        authorisation.deployment(),
                                        authorisation.stream(),
                                        authorisation.effectiveOn(),
                                        authorisation.amount().negated())))
                .filter(item -> asked.about(new AccountKey(item.deployment(), item.stream())))
                .toList();
    }
}
