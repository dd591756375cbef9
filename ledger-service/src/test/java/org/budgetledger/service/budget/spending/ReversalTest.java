package org.budgetledger.service.budget.spending;

import static org.budgetledger.service.given.History.holding;
import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.paid;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.HOLDER;
import static org.budgetledger.service.given.Known.RECONCILER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.pool;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import java.util.Map;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Reference;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.ReverseEntry;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.transfer.MovedBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferredBetweenStreams;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R3: a reversal is of one recorded fact, in full, once, and is not itself reversible. */
class ReversalTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final Evidence EVIDENCE = statementLine("line 8");
    private static final SpendRecorded SPEND = spent("entry", SELF, CARE, "108.00", "2025-08-20");
    private static final RefundReceived REFUND =
            new RefundReceived(entry("refund"), entry("entry"), SELF, CARE, gbp("54.00"), EVIDENCE, day("2025-09-03"));
    private static final EntryReversed REFUND_REVERSED = reversed("refund", EntryKind.REFUND, "54.00", entry("entry"));

    @Test
    void each_kind_of_recorded_fact_is_reversed_in_full() {
        var facts = Map.<EntryKind, BudgetEvent>of(
                EntryKind.SPEND,
                SPEND,
                EntryKind.CONTRIBUTION,
                new ContributionReceived(entry("entry"), SELF, CARE, gbp("108.00"), EVIDENCE, day("2025-08-20")),
                EntryKind.TOP_UP,
                new TopUpReceived(entry("entry"), SELF, CARE, gbp("108.00"), EVIDENCE, day("2025-08-20")),
                EntryKind.INTEREST,
                new InterestReceived(entry("entry"), SELF, CARE, gbp("108.00"), EVIDENCE, day("2025-08-20")),
                EntryKind.CREDIT,
                new CreditReceived(
                        entry("entry"),
                        SELF,
                        CARE,
                        gbp("108.00"),
                        Holding.SUSPENSE,
                        null,
                        null,
                        EVIDENCE,
                        day("2025-08-20")));
        facts.forEach((kind, fact) -> given(inControl(), fact)
                .when(reverse("entry", "reversal"), RECONCILER, on("2025-09-10"))
                .expectEvents(reversed("entry", kind, "108.00", null)));
    }

    @Test
    void a_refund_is_reversed_and_says_of_which_spend_it_was() {
        given(inControl(), SPEND, REFUND)
                .when(reverse("refund", "reversal"), RECONCILER, on("2025-09-10"))
                .expectEvents(REFUND_REVERSED);
    }

    @Test
    void a_reversed_spend_gives_its_money_back() {
        given(holding(line(CARE, "108.00")), SPEND, reversed("entry", EntryKind.SPEND, "108.00", null))
                .when(authorise("108.01"), HOLDER, on("2025-09-10"))
                .expectRefusal(new Refusal.InsufficientFunds(money("108.00"), money("0.01"), null));
    }

    @Test
    void a_reversed_credit_leaves_nothing_in_suspense() {
        var credit = new CreditReceived(
                entry("entry"), SELF, CARE, gbp("60.00"), Holding.SUSPENSE, null, null, EVIDENCE, day("2025-08-20"));
        given(holding(line(CARE, "108.00")), credit, reversed("entry", EntryKind.CREDIT, "60.00", null))
                .when(authorise("108.01"), HOLDER, on("2025-09-10"))
                .expectRefusal(new Refusal.InsufficientFunds(money("108.00"), money("0.01"), null));
    }

    @Test
    void what_is_not_there_is_not_reversed() {
        given(inControl())
                .when(reverse("entry", "reversal"), RECONCILER, on("2025-09-10"))
                .expectRefusal(Refusal.unknownEntry(entry("entry")));
    }

    @Test
    void an_entry_is_reversed_once() {
        given(inControl(), SPEND, reversed("entry", EntryKind.SPEND, "108.00", null))
                .when(reverse("entry", "second reversal"), RECONCILER, on("2025-09-10"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void a_reversal_is_not_reversed() {
        given(inControl(), SPEND, reversed("entry", EntryKind.SPEND, "108.00", null))
                .when(reverse("reversal", "second reversal"), RECONCILER, on("2025-09-10"))
                .expectRefusal("NOT_REVERSIBLE");
    }

    @Test
    void what_was_decided_is_not_reversed() {
        for (var decision : List.of(
                paid("entry", SELF, line(CARE, "108.00")),
                new MovedBetweenDeployments(
                        entry("entry"),
                        SELF,
                        DeploymentId.AUTHORITY,
                        CARE,
                        gbp("1.00"),
                        text("Why"),
                        day("2025-05-05")),
                new TransferredBetweenStreams(
                        entry("entry"),
                        SELF,
                        CARE,
                        FundingStream.HEALTH,
                        gbp("1.00"),
                        new Reference("s75-2025"),
                        null,
                        day("2025-05-05")),
                new ContributedToPool(pool("art class"), entry("entry"), SELF, CARE, gbp("1.00"), day("2025-05-05")))) {
            given(inControl(), decision)
                    .when(reverse("entry", "reversal"), RECONCILER, on("2025-09-10"))
                    .expectRefusal("NOT_REVERSIBLE");
        }
    }

    @Test
    void a_spend_with_a_refund_is_not_reversed_before_the_refund_is() {
        given(inControl(), SPEND, REFUND)
                .when(reverse("entry", "second reversal"), RECONCILER, on("2025-09-10"))
                .expectRefusal("NOT_REVERSIBLE");
        given(inControl(), SPEND, REFUND, REFUND_REVERSED)
                .when(reverse("entry", "second reversal"), RECONCILER, on("2025-09-10"))
                .expectEvents(new EntryReversed(
                        entry("second reversal"),
                        entry("entry"),
                        EntryKind.SPEND,
                        SELF,
                        CARE,
                        gbp("108.00"),
                        null,
                        text("Typed twice"),
                        day("2025-09-10")));
    }

    @Test
    void a_reversal_s_id_names_one_entry() {
        given(inControl(), SPEND, spent("reversal", SELF, CARE, "1.00", "2025-08-20"))
                .when(reverse("entry", "reversal"), RECONCILER, on("2025-09-10"))
                .expectRefusal(Refusal.idInUse(entry("reversal")));
    }

    private static ReverseEntry reverse(String id, String reversal) {
        return new ReverseEntry(COMMAND, AMARA, entry(id), entry(reversal), text("Typed twice"), day("2025-09-10"));
    }

    private static EntryReversed reversed(String id, EntryKind kind, String amount, @Nullable EntryId spend) {
        return new EntryReversed(
                entry("reversal"),
                entry(id),
                kind,
                SELF,
                CARE,
                gbp(amount),
                spend,
                text("Typed twice"),
                day("2025-09-10"));
    }

    private static AuthoriseSpend authorise(String amount) {
        return new AuthoriseSpend(
                COMMAND, AMARA, item("next"), null, CARE, gbp(amount), day("2025-09-10"), null, null, null);
    }
}
