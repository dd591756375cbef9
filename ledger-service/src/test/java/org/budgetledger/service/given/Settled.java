package org.budgetledger.service.given;

import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BANK;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.money;

import java.util.Arrays;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minting;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.entitlement.AdjustmentLine;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.payment.PaymentItem;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.jspecify.annotations.Nullable;

/** Payments, what they settle of which days, and what is owed where those days come out differently. */
public final class Settled {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;

    private Settled() {}

    /** A day's span, and the pay period it is in. */
    public record Days(String from, String to, String period) {}

    public static final Days P1 = new Days("2025-04-07", "2025-05-04", "2025/26 P1");
    public static final Days P2 = new Days("2025-05-05", "2025-06-01", "2025/26 P2");

    /** One weekly rate over some days. */
    public static PaymentItem rate(FundingStream stream, String from, String to, String weekly, String amount) {
        return item(PaymentItem.Kind.RATE, stream, from, to, weekly, amount);
    }

    /** A contribution over some days, which comes off. */
    public static PaymentItem contribution(String from, String to, String weekly, String amount) {
        return item(PaymentItem.Kind.CONTRIBUTION, CARE, from, to, weekly, amount);
    }

    public static PaymentItem item(
            PaymentItem.Kind kind,
            FundingStream stream,
            String from,
            String to,
            @Nullable String weekly,
            String amount) {
        return new PaymentItem(
                kind,
                stream,
                day(from),
                day(to),
                FinancialYear.of(day(from)),
                weekly == null ? null : money(weekly),
                null,
                gbp(amount));
    }

    /** Something owed that a payment settles. */
    public static PaymentItem settling(PaymentItem.Kind kind, FundingStream stream, ItemId owed, String amount) {
        return new PaymentItem(kind, stream, null, null, null, null, owed, gbp(amount));
    }

    public static OwedPart part(ItemId owed, String amount) {
        return new OwedPart(owed, gbp(amount));
    }

    public static SettledSum sum(FundingStream stream, Days days, String amount) {
        return new SettledSum(stream, day(days.from()), day(days.to()), days.period(), money(amount));
    }

    /** A payment of social care for one pay period, as it was due. */
    public static PaymentReleased paidFor(String payment, Days days, String amount) {
        return paidFor(payment, CARE, days, amount);
    }

    /** A payment of one stream for one pay period, as it was due. */
    public static PaymentReleased paidFor(String payment, FundingStream stream, Days days, String amount) {
        return new PaymentReleased(
                entry(payment),
                SELF,
                BANK,
                day(days.from()),
                day(days.to()),
                List.of(new PaymentLine(stream, gbp(amount))),
                null,
                List.of(sum(stream, days, amount)),
                null,
                null,
                day(days.from()).minusDays(3));
    }

    /** The command to release what is due for some days. */
    public static ReleasePayment release(String payment, String from, String to) {
        return new ReleasePayment(
                COMMAND,
                AMARA,
                entry(payment),
                SELF,
                day(from),
                day(to),
                null,
                null,
                null,
                null,
                day(from).minusDays(3));
    }

    /** What came out differently of the days that a payment settled. */
    public static AdjustmentLine line(String payment, Days days, String was, String now, String amount) {
        return line(payment, CARE, days, was, now, amount);
    }

    /** The same on another stream. */
    public static AdjustmentLine line(
            String payment, FundingStream stream, Days days, String was, String now, String amount) {
        return new AdjustmentLine(
                entry(payment),
                stream,
                day(days.from()),
                day(days.to()),
                days.period(),
                FinancialYear.of(day(days.from())),
                money(was),
                money(now),
                gbp(amount));
    }

    /** Arrears on a stream of the person's own deployment, identified by the test's command. */
    public static ArrearsIdentified arrears(
            FundingStream stream, AdjustmentCause cause, String amount, String on, AdjustmentLine... lines) {
        return arrears(SELF, stream, cause, amount, on, lines);
    }

    /** Arrears on one account, identified by the test's command. */
    public static ArrearsIdentified arrears(
            DeploymentId deployment,
            FundingStream stream,
            AdjustmentCause cause,
            String amount,
            String on,
            AdjustmentLine... lines) {
        return new ArrearsIdentified(
                minted("arrears", deployment, stream),
                deployment,
                stream,
                cause,
                gbp(amount),
                Arrays.asList(lines),
                day(on));
    }

    /** An overpayment on a stream of the person's own deployment, identified by the test's command. */
    public static OverpaymentIdentified overpaid(
            FundingStream stream, AdjustmentCause cause, String amount, String on, AdjustmentLine... lines) {
        return new OverpaymentIdentified(
                minted("overpayment", SELF, stream), SELF, stream, cause, gbp(amount), Arrays.asList(lines), day(on));
    }

    /** Arrears that were identified before, under a name. */
    public static ArrearsIdentified arrearsBefore(
            String name, FundingStream stream, String amount, String on, AdjustmentLine... lines) {
        return new ArrearsIdentified(
                Known.item(name),
                SELF,
                stream,
                AdjustmentCause.ALLOCATION_CHANGED,
                gbp(amount),
                Arrays.asList(lines),
                day(on));
    }

    /** An overpayment that was identified before, under a name. */
    public static OverpaymentIdentified overpaidBefore(
            String name, FundingStream stream, String amount, String on, AdjustmentLine... lines) {
        return new OverpaymentIdentified(
                Known.item(name),
                SELF,
                stream,
                AdjustmentCause.ALLOCATION_CHANGED,
                gbp(amount),
                Arrays.asList(lines),
                day(on));
    }

    private static ItemId minted(String what, DeploymentId deployment, FundingStream stream) {
        return new ItemId(Minting.mint(NORTHMERE, COMMAND, what + " " + new AccountKey(deployment, stream)));
    }
}
