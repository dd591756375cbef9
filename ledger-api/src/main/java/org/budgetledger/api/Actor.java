package org.budgetledger.api;

/** Who asks: an id and a role within one authority (R29, R31). */
public record Actor(AuthorityId authority, ActorId id, Role role) {}
