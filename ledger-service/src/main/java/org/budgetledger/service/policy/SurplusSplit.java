package org.budgetledger.service.policy;

/** Whose a surplus is, once it is asked back (R23, R24). */
public enum SurplusSplit {
    /** The council's and the person's, by their shares of the gross rate. */
    PRO_RATA,
    /** The funder's alone: nobody else has paid in. */
    COUNCIL
}
