package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.budgetledger.api.budget.ending.OpenMatter;
import org.budgetledger.api.budget.withdrawal.WithdrawalStep;
import org.budgetledger.api.policy.PolicyPackId;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision was refused: a value with a stable code for programs, an HTTP status, and a sentence for people. The other
 * components are the facts behind it, and go into the answer under their names.
 */
public sealed interface Refusal {
    /** A stable code in capitals; never reused for something else. */
    String code();

    /** The HTTP status that says the same. */
    int status();

    /** One sentence that a person can act on. */
    String sentence();

    /** A refusal that its code and sentence say whole. */
    record Plain(String code, int status, String sentence) implements Refusal {
        static Plain conflict(String code, String sentence) {
            return new Plain(code, 409, sentence);
        }

        static Plain unknown(String code, String sentence) {
            return new Plain(code, 404, sentence);
        }

        static Plain forbidden(String code, String sentence) {
            return new Plain(code, 403, sentence);
        }
    }

    /**
     * R8, R11, R18: a decision never takes more than is free.
     *
     * @param budgetId whose money is short, where the command is to several
     */
    record InsufficientFunds(
            @JsonProperty("freePence") Money free,
            @JsonProperty("shortfallPence") Money shortfall,
            @Nullable BudgetId budgetId)
            implements Refusal {
        @Override
        public String code() {
            return "INSUFFICIENT_FUNDS";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String sentence() {
            return "%s is free to use, which is %s too little%s."
                    .formatted(
                            free.formatted(),
                            shortfall.formatted(),
                            budgetId == null ? "" : " from budget " + budgetId);
        }
    }

    /**
     * R20: the steps of a withdrawal come in their order, none on the day of the one before.
     *
     * @param missing the steps that must come first
     * @param notBefore the first day the step may be taken, where none is missing but a day must lie between
     */
    record StepsIncomplete(
            List<WithdrawalStep> missing, @Nullable LocalDate notBefore) implements Refusal {
        public StepsIncomplete {
            missing = List.copyOf(missing);
        }

        @Override
        public String code() {
            return "STEPS_INCOMPLETE";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String sentence() {
            return missing.isEmpty()
                    ? "This step may be taken from " + notBefore + " on, unless it is marked urgent with a reason."
                    : "These steps must come first: "
                            + missing.stream().map(Enum::name).collect(Collectors.joining(", ")) + ".";
        }
    }

    /** R20: the last day is not before the notice's window ends. */
    record NoticeTooShort(LocalDate earliestLastDay) implements Refusal {
        @Override
        public String code() {
            return "NOTICE_TOO_SHORT";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String sentence() {
            return "The last day may not be before " + earliestLastDay + ", when the notice ends.";
        }
    }

    /** R29: one person may not do both halves of what two people must do. */
    record SegregationOfDuties(ActorId actor, String otherHalf) implements Refusal {
        @Override
        public String code() {
            return "SEGREGATION_OF_DUTIES";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public String sentence() {
            return actor + " " + otherHalf + ", so someone else must do this.";
        }
    }

    /** R2: the id stands for another command already. */
    record CommandIdReused(CommandId commandId) implements Refusal {
        @Override
        public String code() {
            return "COMMAND_ID_REUSED";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String sentence() {
            return "The command id " + commandId + " was used for a different command; choose a new one.";
        }
    }

    /** {@code If-Match} named another version than the stream's. */
    record VersionStale(long expectedVersion, long currentVersion) implements Refusal {
        @Override
        public String code() {
            return "VERSION_STALE";
        }

        @Override
        public int status() {
            return 412;
        }

        @Override
        public String sentence() {
            return "This was decided on version " + expectedVersion + ", but there have been changes since: it is now "
                    + currentVersion + ". Read it again and decide again.";
        }
    }

    static Refusal budgetNotFound(BudgetId id) {
        return Plain.unknown("BUDGET_NOT_FOUND", "There is no budget " + id + ".");
    }

    static Refusal poolNotFound(PoolId id) {
        return Plain.unknown("POOL_NOT_FOUND", "There is no pool " + id + ".");
    }

    static Refusal policyPackNotFound(PolicyPackId id) {
        return Plain.unknown("POLICY_PACK_NOT_FOUND", "There is no policy pack " + id + ".");
    }

    static Refusal booksNotFound(BooksId id) {
        return Plain.unknown("BOOKS_NOT_FOUND", "No period of the books " + id + " has been closed.");
    }

    static Refusal roleNotAllowed(Role role, String what) {
        return Plain.forbidden("ROLE_NOT_ALLOWED", "The role " + role + " may not " + what + ".");
    }

    static Refusal alreadyOpen(StreamId id) {
        return Plain.conflict("ALREADY_OPEN", id + " is already open.");
    }

    static Refusal alreadyDone(String what) {
        return Plain.conflict("ALREADY_DONE", what);
    }

    static Refusal factInFuture(LocalDate effectiveOn) {
        return Plain.conflict(
                "FACT_IN_FUTURE", "What has happened cannot be dated in the future, and " + effectiveOn + " is.");
    }

    static Refusal outOfOrder(String sentence) {
        return Plain.conflict("OUT_OF_ORDER", sentence);
    }

    static Refusal reasonRequired() {
        return Plain.conflict(
                "REASON_REQUIRED",
                "The agreed sum differs from the indicative one, so it needs a reason that the person can read.");
    }

    static Refusal allocationOverlaps(LocalDate day) {
        return Plain.conflict("ALLOCATION_OVERLAPS", day + " already has a weekly rate on this stream.");
    }

    static Refusal nothingAllocated() {
        return Plain.conflict("NOTHING_ALLOCATED", "No sum has been allocated yet.");
    }

    static Refusal allocationNotNotified() {
        return Plain.conflict("ALLOCATION_NOT_NOTIFIED", "The person has not been told their sum yet.");
    }

    static Refusal contributionNotAllowed(FundingStream stream) {
        return Plain.conflict("CONTRIBUTION_NOT_ALLOWED", stream + " is not means-tested: nobody contributes to it.");
    }

    static Refusal topUpProhibited(FundingStream stream) {
        return Plain.conflict("TOP_UP_PROHIBITED", stream + " may not be topped up.");
    }

    static Refusal planNotAgreed() {
        return Plain.conflict("PLAN_NOT_AGREED", "No support plan has been agreed yet.");
    }

    static Refusal agreementNotInForce(DeploymentId deployment, LocalDate day) {
        return Plain.conflict(
                "AGREEMENT_NOT_IN_FORCE", "No agreement for deployment " + deployment + " is in force on " + day + ".");
    }

    static Refusal trustTermsRequired() {
        return Plain.conflict(
                "TRUST_TERMS_REQUIRED", "A trust's agreement needs its purpose, its accountability and its trustees.");
    }

    static Refusal tooFewTrustees(int minimum) {
        return Plain.conflict("TOO_FEW_TRUSTEES", "A trust needs at least " + minimum + " trustees.");
    }

    static Refusal notATrust(DeploymentId deployment) {
        return Plain.conflict("NOT_A_TRUST", "Deployment " + deployment + " has no trust agreement.");
    }

    static Refusal unknownTrustee(PersonRef trustee) {
        return Plain.conflict("UNKNOWN_TRUSTEE", trustee + " is not a trustee of it.");
    }

    static Refusal alreadyATrustee(PersonRef trustee) {
        return Plain.conflict("ALREADY_A_TRUSTEE", trustee + " is a trustee of it already.");
    }

    static Refusal noPayee(DeploymentId deployment) {
        return Plain.conflict("NO_PAYEE", "Deployment " + deployment + " has no payee.");
    }

    static Refusal payeeChanged(DeploymentId deployment) {
        return Plain.conflict("PAYEE_CHANGED", "The payee of deployment " + deployment + " is another one by now.");
    }

    static Refusal payeeNotVerified(DeploymentId deployment) {
        return Plain.conflict(
                "PAYEE_NOT_VERIFIED", "The payee of deployment " + deployment + " has not been verified.");
    }

    static Refusal paymentsSuspended(LocalDate day) {
        return Plain.conflict("PAYMENTS_SUSPENDED", "Payments are suspended on " + day + ".");
    }

    static Refusal notSuspended() {
        return Plain.conflict("NOT_SUSPENDED", "Payments are not suspended.");
    }

    static Refusal notionalDeployment(DeploymentId deployment) {
        return Plain.conflict(
                "NOTIONAL_DEPLOYMENT", "Deployment " + deployment + " holds no money, so none is released to it.");
    }

    static Refusal budgetWithdrawn(LocalDate lastDay) {
        return Plain.conflict("BUDGET_WITHDRAWN", "The budget was withdrawn; its last day was " + lastDay + ".");
    }

    static Refusal deploymentChanged(DeploymentId deployment) {
        return Plain.conflict(
                "DEPLOYMENT_CHANGED",
                "Deployment " + deployment
                        + " has another degree of control or holder already: give the new one its own name.");
    }

    static Refusal lastTrustee() {
        return Plain.conflict("LAST_TRUSTEE", "The last trustee cannot leave: end the agreement instead.");
    }

    static Refusal deploymentRequired() {
        return Plain.conflict("DEPLOYMENT_REQUIRED", "The budget has several deployments: say which.");
    }

    static Refusal unknownDeployment(DeploymentId deployment) {
        return Plain.unknown("UNKNOWN_DEPLOYMENT", "There is no deployment " + deployment + ".");
    }

    static Refusal unknownEntry(EntryId entry) {
        return Plain.unknown("UNKNOWN_ENTRY", "There is no entry " + entry + " of that kind.");
    }

    static Refusal unknownItem(ItemId item) {
        return Plain.unknown("UNKNOWN_ITEM", "There is no " + item + " here.");
    }

    static Refusal idInUse(Object id) {
        return Plain.conflict("ID_IN_USE", id + " already names something else here.");
    }

    static Refusal notReversible(String why) {
        return Plain.conflict("NOT_REVERSIBLE", why);
    }

    static Refusal barredByMode(String what) {
        return Plain.conflict("BARRED_BY_MODE", what);
    }

    static Refusal noOpenQuery(EntryId spend) {
        return Plain.conflict("NO_OPEN_QUERY", "No query about " + spend + " is open.");
    }

    static Refusal nothingLeft(String what) {
        return Plain.conflict("NOTHING_LEFT", what);
    }

    /** R13. */
    record RefundExceedsSpend(@JsonProperty("leftPence") Money left) implements Refusal {
        @Override
        public String code() {
            return "REFUND_EXCEEDS_SPEND";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String sentence() {
            return "Only " + left.formatted() + " is left of that spend, so more than that cannot be its refund.";
        }
    }

    static Refusal exceedsEarmark(Money left) {
        return Plain.conflict("EXCEEDS_EARMARK", "Only " + left.formatted() + " is left of that earmark.");
    }

    static Refusal agreementReferenceRequired() {
        return Plain.conflict(
                "AGREEMENT_REFERENCE_REQUIRED", "Moving money between funders needs the reference of their agreement.");
    }

    static Refusal nothingToRevise(String what) {
        return Plain.conflict("NOTHING_TO_REVISE", what);
    }

    static Refusal nothingChanges() {
        return Plain.conflict("NOTHING_CHANGES", "Every one of those days has that rate already.");
    }

    static Refusal alreadySettled(LocalDate from, LocalDate to) {
        return Plain.conflict("ALREADY_SETTLED", "The days from " + from + " to " + to + " have been paid for.");
    }

    static Refusal nothingDue() {
        return Plain.conflict("NOTHING_DUE", "Nothing is due for those days, and nothing is owed that was to be paid.");
    }

    static Refusal budgetEnded(LocalDate lastDay) {
        return Plain.conflict("BUDGET_ENDED", "The budget has ended; its last day was " + lastDay + ".");
    }

    static Refusal budgetNotEnded() {
        return Plain.conflict(
                "BUDGET_NOT_ENDED", "There is a final account only when a budget has ended: name a surplus or a debt.");
    }

    static Refusal finalAccountNotFound() {
        return Plain.unknown(
                "FINAL_ACCOUNT_NOT_FOUND", "The budget goes on: it has a final account when it has ended.");
    }

    static Refusal budgetClosed(LocalDate on) {
        return Plain.conflict("BUDGET_CLOSED", "The budget was closed on " + on + ".");
    }

    static Refusal noticeRequired() {
        return Plain.conflict(
                "NOTICE_REQUIRED", "Money is taken back only after a notice and its window, or with consent.");
    }

    /** R23: the notice's window must be over. */
    record NoticeRunning(LocalDate dueOn) implements Refusal {
        @Override
        public String code() {
            return "NOTICE_RUNNING";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String sentence() {
            return "The notice is still running: the money may be taken from " + dueOn + " on, or with consent.";
        }
    }

    /**
     * R23, R24: no more may be asked or taken than there is of it.
     *
     * @param available how much there is
     */
    record Exceeds(
            String code, @JsonProperty("availablePence") Money available, String of) implements Refusal {
        @Override
        public int status() {
            return 409;
        }

        @Override
        public String sentence() {
            return "Only " + available.formatted() + " " + of + ".";
        }
    }

    static Refusal notADebt() {
        return Plain.conflict("NOT_A_DEBT", "Only a debt can be paid with money from elsewhere.");
    }

    static Refusal exceedsDebt(Money outstanding) {
        return new Exceeds("EXCEEDS_DEBT", outstanding, "of that debt is outstanding");
    }

    static Refusal exceedsNotice(Money asked) {
        return new Exceeds("EXCEEDS_NOTICE", asked, "is still asked by that notice");
    }

    static Refusal exceedsHeld(Money held) {
        return new Exceeds("EXCEEDS_HELD", held, "of public money is held there");
    }

    static Refusal writeOffLimit(Money limit) {
        return new Exceeds("WRITE_OFF_LIMIT", limit, "of that debt may still be written off");
    }

    /**
     * R24: there is no surplus.
     *
     * @param below how far below the threshold the account is
     */
    record NoSurplus(@JsonProperty("belowPence") Money below) implements Refusal {
        @Override
        public String code() {
            return "NO_SURPLUS";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String sentence() {
            return "There is no surplus: the account is " + below.formatted() + " below what it may keep.";
        }
    }

    /**
     * R28: a budget closes only at zero, with nothing open.
     *
     * @param open what is in the way
     */
    record StillOpen(List<OpenMatter> open) implements Refusal {
        public StillOpen {
            open = List.copyOf(open);
        }

        @Override
        public String code() {
            return "STILL_OPEN";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String sentence() {
            return "These are still open: " + open.stream().map(Enum::name).collect(Collectors.joining(", ")) + ".";
        }
    }

    static Refusal alternativeNotArranged(LocalDate startsBy) {
        return Plain.conflict(
                "ALTERNATIVE_NOT_ARRANGED",
                "The duty to meet needs goes on: an alternative that starts by " + startsBy
                        + ", or a decision that there is no eligible need, must be recorded first.");
    }

    static Refusal alreadyAMember(BudgetId member) {
        return Plain.conflict("ALREADY_A_MEMBER", "Budget " + member + " is or was a member of the pool.");
    }

    static Refusal notAMember(BudgetId member) {
        return Plain.conflict("NOT_A_MEMBER", "Budget " + member + " is not a member of the pool.");
    }

    static Refusal lastMember() {
        return Plain.conflict("LAST_MEMBER", "The last member cannot leave: close the pool instead.");
    }

    static Refusal equityBelowZero(BudgetId member, Money equity) {
        return Plain.conflict(
                "EQUITY_BELOW_ZERO",
                "Budget " + member + " has " + equity.formatted() + " in the pool, so there is nothing to return.");
    }

    static Refusal authorisationsOpen() {
        return Plain.conflict(
                "AUTHORISATIONS_OPEN",
                "Money is set aside for spends to come: use or cancel those authorisations first.");
    }

    static Refusal periodNotFound(LocalDate firstDay) {
        return Plain.unknown("PERIOD_NOT_FOUND", "No pay period begins on " + firstDay + ".");
    }

    static Refusal periodNotOver(LocalDate lastDay) {
        return Plain.conflict("PERIOD_NOT_OVER", "The period goes on until " + lastDay + " and closes after that day.");
    }

    static Refusal periodOutOfOrder(LocalDate next) {
        return Plain.conflict(
                "PERIOD_OUT_OF_ORDER", "Periods are closed one after another: the next is that of " + next + ".");
    }

    static Refusal periodNotClosed(LocalDate firstDay) {
        return Plain.conflict("PERIOD_NOT_CLOSED", "The period of " + firstDay + " is not closed.");
    }

    static Refusal packNotMade(LocalDate firstDay) {
        return Plain.conflict(
                "PACK_NOT_MADE", "No pack of the period of " + firstDay + " has been made on the books as they are.");
    }

    static Refusal otherPack(Sha256 pack) {
        return Plain.conflict("OTHER_PACK", "The pack of the period is another one, " + pack + ".");
    }

    static Refusal packNotFound(LocalDate firstDay) {
        return Plain.unknown("PACK_NOT_FOUND", "The period of " + firstDay + " is not closed, so it has no pack.");
    }

    static Refusal packAltered(LocalDate firstDay) {
        return new Plain(
                "PACK_ALTERED",
                500,
                "The stored pack of the period of " + firstDay + " is not the one that it was closed with.");
    }

    static Refusal closingUnderWay() {
        return Plain.conflict("CLOSING_UNDER_WAY", "A period of these books is being closed already.");
    }

    static Refusal poolClosed() {
        return Plain.conflict("POOL_CLOSED", "The pool is closed.");
    }
}
