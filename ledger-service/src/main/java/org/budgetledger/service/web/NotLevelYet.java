package org.budgetledger.service.web;

/** A view has not reached the version it must show. */
public final class NotLevelYet extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
