package org.budgetledger.api;

/** Whose money it is and what for. Streams of different funders are aligned, not merged: ring-fenced by default (R11). */
public enum FundingStream {
    SOCIAL_CARE,
    HEALTH,
    /** Was Supporting People. */
    HOUSING_SUPPORT,
    EQUIPMENT_AND_ADAPTATIONS,
    EMPLOYMENT_SUPPORT,
    INDEPENDENT_LIVING,
    EDUCATION,
    CARER,
    CRIMINAL_JUSTICE
}
