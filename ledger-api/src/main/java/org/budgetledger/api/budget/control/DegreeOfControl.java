package org.budgetledger.api.budget.control;

/** The six degrees of control that a person may take, and mix. */
public enum DegreeOfControl {
    /** A direct payment to the person. */
    SELF,
    /** An indirect payment to a trusted or suitable person. */
    REPRESENTATIVE,
    /** A user-controlled trust. */
    TRUST,
    /** A paid broker or support organisation. */
    AGENT,
    /** An individual service fund held by a provider. */
    PROVIDER_FUND,
    /** A care manager, or a named budget-holding lead professional. */
    AUTHORITY
}
