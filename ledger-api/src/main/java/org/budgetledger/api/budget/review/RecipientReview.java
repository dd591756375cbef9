package org.budgetledger.api.budget.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.balance.ArrearsView;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.recovery.NoticeView;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;

/**
 * What the person reads: {@code left = managedForYou + cameIn − wentOut}.
 *
 * @param managedForYou what has come due so far on money that the authority or a provider manages
 * @param cameIn payments, contributions, top-ups, interest and credits that are still unexplained
 * @param wentOut spends less refunds, and what went into pools less what came back
 * @param putAside set aside or promised
 * @param mayBeAskedBack what may be asked back, item by item
 * @param askedBackByNotice the notices that still ask for something: how much, why, and not before when
 * @param owedToYou arrears that are owed to the person
 * @param whatWeAgreed the plan and how the money is held, a sentence each
 * @param lastChanges the latest first
 * @param inWords the page as sentences
 */
public record RecipientReview(
        BudgetId budgetId,
        List<AllocationInWords> whatYouGet,
        List<ShareInWords> yourShare,
        @JsonProperty("contributionsPaidPence") Money contributionsPaid,
        @JsonProperty("managedForYouPence") Money managedForYou,
        @JsonProperty("cameInPence") Money cameIn,
        @JsonProperty("wentOutPence") Money wentOut,
        @JsonProperty("putAsidePence") Money putAside,
        @JsonProperty("leftPence") Money left,
        @JsonProperty("freePence") Money free,
        @JsonProperty("askedBackPence") Money askedBack,
        List<DebtView> mayBeAskedBack,
        List<NoticeView> askedBackByNotice,
        @JsonProperty("owedToYouPence") Money owedToYou,
        List<ArrearsView> owedToYouItems,
        List<OutcomeStanding> outcomes,
        List<String> whatWeAgreed,
        String howToDisagree,
        List<OpenChallenge> challenges,
        List<Change> lastChanges,
        List<String> inWords,
        LocalDate today,
        AsAt asAt)
        implements View {
    public RecipientReview {
        whatYouGet = List.copyOf(whatYouGet);
        yourShare = List.copyOf(yourShare);
        mayBeAskedBack = List.copyOf(mayBeAskedBack);
        askedBackByNotice = List.copyOf(askedBackByNotice);
        owedToYouItems = List.copyOf(owedToYouItems);
        outcomes = List.copyOf(outcomes);
        whatWeAgreed = List.copyOf(whatWeAgreed);
        challenges = List.copyOf(challenges);
        lastChanges = List.copyOf(lastChanges);
        inWords = List.copyOf(inWords);
    }
}
