package org.budgetledger.api.budget.plan;

/** The part of a life that an outcome is about. */
public enum OutcomeDomain {
    WHERE_I_LIVE,
    WHO_I_LIVE_WITH,
    HOW_I_SPEND_MY_TIME,
    WHO_SUPPORTS_ME,
    OTHER
}
