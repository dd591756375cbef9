package org.budgetledger.service.security;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.NotifyAllocation;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.allocation.RecordRasResult;
import org.budgetledger.api.budget.allocation.ReviseAllocation;
import org.budgetledger.api.budget.challenge.AnswerChallenge;
import org.budgetledger.api.budget.challenge.ChallengeDecision;
import org.budgetledger.api.budget.control.ChangeTrustees;
import org.budgetledger.api.budget.control.ChooseControl;
import org.budgetledger.api.budget.control.LapseAgreement;
import org.budgetledger.api.budget.control.SetDeployments;
import org.budgetledger.api.budget.control.SetPayee;
import org.budgetledger.api.budget.control.SignAgreement;
import org.budgetledger.api.budget.control.VerifyPayee;
import org.budgetledger.api.budget.earmark.ReleaseEarmark;
import org.budgetledger.api.budget.earmark.SetEarmark;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.ending.RecordDeath;
import org.budgetledger.api.budget.payment.RecordContribution;
import org.budgetledger.api.budget.payment.RecordCredit;
import org.budgetledger.api.budget.payment.RecordInterest;
import org.budgetledger.api.budget.payment.RecordPaymentFailure;
import org.budgetledger.api.budget.payment.RecordTopUp;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.api.budget.payment.ResolveCredit;
import org.budgetledger.api.budget.plan.AgreePlan;
import org.budgetledger.api.budget.plan.RevisePlan;
import org.budgetledger.api.budget.recovery.IdentifySurplus;
import org.budgetledger.api.budget.recovery.IssueRecoveryNotice;
import org.budgetledger.api.budget.recovery.RecordRepresentation;
import org.budgetledger.api.budget.recovery.RecoverFunds;
import org.budgetledger.api.budget.recovery.WriteOffDebt;
import org.budgetledger.api.budget.review.AssessOutcome;
import org.budgetledger.api.budget.review.HoldReview;
import org.budgetledger.api.budget.review.ShareLearning;
import org.budgetledger.api.budget.scheme.AdoptPolicyPack;
import org.budgetledger.api.budget.scheme.ChangePayCycle;
import org.budgetledger.api.budget.spending.AnswerQuery;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.CancelAuthorisation;
import org.budgetledger.api.budget.spending.QuerySpend;
import org.budgetledger.api.budget.spending.RecordRefund;
import org.budgetledger.api.budget.spending.RecordSpend;
import org.budgetledger.api.budget.spending.ResolveQuery;
import org.budgetledger.api.budget.spending.ReverseEntry;
import org.budgetledger.api.budget.suspension.ResumePayments;
import org.budgetledger.api.budget.suspension.SuspendPayments;
import org.budgetledger.api.budget.transfer.MoveBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferBetweenStreams;
import org.budgetledger.api.budget.withdrawal.ArrangeAlternative;
import org.budgetledger.api.budget.withdrawal.HoldWithdrawalReview;
import org.budgetledger.api.budget.withdrawal.IssueWarning;
import org.budgetledger.api.budget.withdrawal.IssueWithdrawalNotice;
import org.budgetledger.api.budget.withdrawal.OfferSupport;
import org.budgetledger.api.budget.withdrawal.RaiseConcern;
import org.budgetledger.api.budget.withdrawal.WithdrawBudget;
import org.budgetledger.api.period.ClosePeriod;
import org.budgetledger.api.period.SignPeriod;
import org.budgetledger.api.pool.AuthorisePoolSpend;
import org.budgetledger.api.pool.CancelPoolAuthorisation;
import org.budgetledger.api.pool.ClosePool;
import org.budgetledger.api.pool.ContributeToPool;
import org.budgetledger.api.pool.JoinPool;
import org.budgetledger.api.pool.LeavePool;
import org.budgetledger.api.pool.PoolBudgets;
import org.budgetledger.api.pool.RecordPoolRefund;
import org.budgetledger.api.pool.RecordPoolSpend;

/**
 * Which roles may send which commands (domain §7). A test fails for a command that is not decided here.
 *
 * <p>Segregation between two people of allowed roles (R29) is decided on the stream, not here.
 */
public final class Permissions {
    private static final Set<Role> ALLOCATION = EnumSet.of(Role.ALLOCATOR, Role.PANEL, Role.CARE_MANAGER);
    private static final Set<Role> PLANNING =
            EnumSet.of(Role.ALLOCATOR, Role.PANEL, Role.CARE_MANAGER, Role.LEAD_PROFESSIONAL);
    private static final Set<Role> PERSON =
            EnumSet.of(Role.HOLDER, Role.REPRESENTATIVE, Role.TRUSTEE, Role.AGENT, Role.LEAD_PROFESSIONAL);
    private static final Set<Role> FINANCE = EnumSet.of(Role.IMPORTER, Role.RECONCILER, Role.RELEASER);
    private static final Set<Role> AUTHORISING =
            with(PERSON, Role.AUTHORISER, Role.CARE_MANAGER, Role.ALLOCATOR, Role.PROVIDER);
    private static final Set<Role> SPENDING =
            with(with(PERSON, FINANCE), Role.PROVIDER, Role.CARE_MANAGER, Role.AUTHORISER, Role.ALLOCATOR);
    private static final Set<Role> INCOME = with(with(PERSON, FINANCE), Role.CARE_MANAGER, Role.ALLOCATOR);
    private static final Set<Role> CORRECTING = EnumSet.of(Role.RECONCILER, Role.CARE_MANAGER, Role.ALLOCATOR);
    private static final Set<Role> CONCERNED = with(PERSON, Role.CARE_MANAGER, Role.ALLOCATOR);
    private static final Set<Role> REVIEWING =
            with(PERSON, Role.CARE_MANAGER, Role.PROVIDER, Role.ALLOCATOR, Role.PANEL);
    private static final Set<Role> WITHDRAWING = EnumSet.of(Role.CARE_MANAGER, Role.PANEL, Role.ALLOCATOR);
    private static final Set<Role> POOLING =
            EnumSet.of(Role.ALLOCATOR, Role.CARE_MANAGER, Role.AUTHORISER, Role.LEAD_PROFESSIONAL);
    private static final Set<Role> POOL_FACTS = with(with(POOLING, FINANCE), Role.AUTHORISER);

    private static final Set<Role> WATCHING_SURPLUSES =
            EnumSet.of(Role.RECOVERY, Role.RECONCILER, Role.CARE_MANAGER, Role.AUDITOR);
    private static final Set<Role> PERIODS = EnumSet.of(Role.AUDITOR, Role.RECONCILER, Role.SIGNER, Role.RELEASER);

    private Permissions() {}

    /** Whether the role may send commands of this type. */
    public static boolean maySend(Role role, Class<? extends LedgerCommand> command) {
        return rolesFor(command).contains(role);
    }

    /** Whether the role may send any command at all. */
    public static boolean maySendAny(Role role) {
        return TABLE.values().stream().anyMatch(roles -> roles.contains(role));
    }

    /** Roles that read budgets: all but machines that only deliver, and providers, who see their own claims only. */
    public static boolean mayRead(Role role) {
        return role != Role.IMPORTER && role != Role.PROVIDER;
    }

    /** Roles that see what accounts of the whole authority hold beyond their weeks. */
    public static boolean mayWatchSurpluses(Role role) {
        return WATCHING_SURPLUSES.contains(role);
    }

    /** Who changes the rates of many budgets at once: those who agree sums, with the whole authority in view. */
    public static boolean mayUplift(Role role) {
        return role == Role.ALLOCATOR || role == Role.PANEL;
    }

    /** Roles that read what periods were closed with: those who close, sign, audit and pay. */
    public static boolean mayReadPeriods(Role role) {
        return PERIODS.contains(role);
    }

    /** The roles that may send commands of this type. */
    public static Set<Role> rolesFor(Class<? extends LedgerCommand> command) {
        var roles = TABLE.get(command);
        if (roles == null) {
            throw new IllegalArgumentException("no roles are decided for " + command.getSimpleName());
        }
        return roles;
    }

    private static Set<Role> with(Set<Role> some, Role... more) {
        return with(some, Set.of(more));
    }

    private static Set<Role> with(Set<Role> some, Set<Role> more) {
        var all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }

    private static final Map<Class<? extends LedgerCommand>, Set<Role>> TABLE = Map.ofEntries(
            Map.entry(OpenBudget.class, ALLOCATION),
            Map.entry(RecordRasResult.class, ALLOCATION),
            Map.entry(AllocateBudget.class, ALLOCATION),
            Map.entry(ReviseAllocation.class, ALLOCATION),
            Map.entry(AdoptPolicyPack.class, ALLOCATION),
            Map.entry(ChangePayCycle.class, with(ALLOCATION, Role.RELEASER)),
            Map.entry(NotifyAllocation.class, ALLOCATION),
            Map.entry(AssessContribution.class, ALLOCATION),
            Map.entry(ChallengeDecision.class, CONCERNED),
            Map.entry(AnswerChallenge.class, EnumSet.of(Role.ALLOCATOR, Role.PANEL, Role.CARE_MANAGER)),
            Map.entry(ChooseControl.class, CONCERNED),
            Map.entry(SetDeployments.class, PLANNING),
            Map.entry(SignAgreement.class, PLANNING),
            Map.entry(ChangeTrustees.class, with(PLANNING, Role.TRUSTEE)),
            Map.entry(LapseAgreement.class, PLANNING),
            Map.entry(SetPayee.class, EnumSet.of(Role.PAYEE_SETTER)),
            Map.entry(VerifyPayee.class, EnumSet.of(Role.PAYEE_SETTER, Role.RELEASER)),
            Map.entry(AgreePlan.class, PLANNING),
            Map.entry(RevisePlan.class, PLANNING),
            Map.entry(ReleasePayment.class, EnumSet.of(Role.RELEASER)),
            Map.entry(RecordPaymentFailure.class, FINANCE),
            Map.entry(RecordContribution.class, INCOME),
            Map.entry(RecordTopUp.class, INCOME),
            Map.entry(RecordInterest.class, INCOME),
            Map.entry(RecordCredit.class, INCOME),
            Map.entry(ResolveCredit.class, CORRECTING),
            Map.entry(AuthoriseSpend.class, AUTHORISING),
            Map.entry(CancelAuthorisation.class, AUTHORISING),
            Map.entry(RecordSpend.class, SPENDING),
            Map.entry(RecordRefund.class, SPENDING),
            Map.entry(ReverseEntry.class, CORRECTING),
            Map.entry(QuerySpend.class, EnumSet.of(Role.CARE_MANAGER, Role.RECONCILER, Role.ALLOCATOR)),
            Map.entry(AnswerQuery.class, with(CONCERNED, Role.PROVIDER)),
            Map.entry(ResolveQuery.class, EnumSet.of(Role.CARE_MANAGER, Role.PANEL, Role.ALLOCATOR)),
            Map.entry(SetEarmark.class, CONCERNED),
            Map.entry(ReleaseEarmark.class, CONCERNED),
            Map.entry(MoveBetweenDeployments.class, PLANNING),
            Map.entry(TransferBetweenStreams.class, ALLOCATION),
            Map.entry(SuspendPayments.class, WITHDRAWING),
            Map.entry(ResumePayments.class, WITHDRAWING),
            Map.entry(RaiseConcern.class, WITHDRAWING),
            Map.entry(OfferSupport.class, WITHDRAWING),
            Map.entry(IssueWarning.class, WITHDRAWING),
            Map.entry(HoldWithdrawalReview.class, WITHDRAWING),
            Map.entry(IssueWithdrawalNotice.class, WITHDRAWING),
            Map.entry(ArrangeAlternative.class, WITHDRAWING),
            Map.entry(WithdrawBudget.class, WITHDRAWING),
            Map.entry(RecordDeath.class, with(with(WITHDRAWING, FINANCE), Role.RECOVERY)),
            Map.entry(CloseBudget.class, EnumSet.of(Role.ALLOCATOR, Role.CARE_MANAGER, Role.RECOVERY)),
            Map.entry(IdentifySurplus.class, EnumSet.of(Role.RECOVERY, Role.RECONCILER)),
            Map.entry(IssueRecoveryNotice.class, EnumSet.of(Role.RECOVERY)),
            Map.entry(RecordRepresentation.class, with(CONCERNED, Role.RECOVERY)),
            Map.entry(RecoverFunds.class, EnumSet.of(Role.RECOVERY)),
            Map.entry(WriteOffDebt.class, EnumSet.of(Role.WRITE_OFF_APPROVER)),
            Map.entry(HoldReview.class, PLANNING),
            Map.entry(AssessOutcome.class, REVIEWING),
            Map.entry(ShareLearning.class, REVIEWING),
            Map.entry(PoolBudgets.class, POOLING),
            Map.entry(JoinPool.class, POOLING),
            Map.entry(ContributeToPool.class, POOLING),
            Map.entry(AuthorisePoolSpend.class, POOLING),
            Map.entry(CancelPoolAuthorisation.class, POOLING),
            Map.entry(RecordPoolSpend.class, POOL_FACTS),
            Map.entry(RecordPoolRefund.class, POOL_FACTS),
            Map.entry(LeavePool.class, POOLING),
            Map.entry(ClosePool.class, POOLING),
            Map.entry(ClosePeriod.class, EnumSet.of(Role.RECONCILER)),
            Map.entry(SignPeriod.class, EnumSet.of(Role.SIGNER)));
}
