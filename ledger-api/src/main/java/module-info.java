/**
 * The published language of the ledger: commands, events, refusals, values, queries and views. A module so that a sealed family may have its
 * members in the packages of their topics; it also works on the class path.
 */
module org.budgetledger.api {
    requires transitive com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;

    exports org.budgetledger.api;
    exports org.budgetledger.api.audit;
    exports org.budgetledger.api.budget;
    exports org.budgetledger.api.budget.allocation;
    exports org.budgetledger.api.budget.balance;
    exports org.budgetledger.api.budget.challenge;
    exports org.budgetledger.api.budget.control;
    exports org.budgetledger.api.budget.earmark;
    exports org.budgetledger.api.budget.ending;
    exports org.budgetledger.api.budget.entitlement;
    exports org.budgetledger.api.budget.explanation;
    exports org.budgetledger.api.budget.overview;
    exports org.budgetledger.api.budget.payment;
    exports org.budgetledger.api.budget.plan;
    exports org.budgetledger.api.budget.pooling;
    exports org.budgetledger.api.budget.recovery;
    exports org.budgetledger.api.budget.review;
    exports org.budgetledger.api.budget.scheme;
    exports org.budgetledger.api.budget.spending;
    exports org.budgetledger.api.budget.statement;
    exports org.budgetledger.api.budget.suspension;
    exports org.budgetledger.api.budget.transfer;
    exports org.budgetledger.api.budget.withdrawal;
    exports org.budgetledger.api.policy;
    exports org.budgetledger.api.period;
    exports org.budgetledger.api.pool;
    exports org.budgetledger.api.reading;
}
