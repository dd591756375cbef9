package org.budgetledger.service.model;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.PoolId;

/** A pool as the list of what happened to it; whatever is asked of it is played again from the first. */
final class ModelPool {
    final PoolId id;
    final AuthorityId authority;
    final List<PoolStep> steps = new ArrayList<>();

    ModelPool(PoolId id, AuthorityId authority) {
        this.id = id;
        this.authority = authority;
    }

    PoolPlay play() {
        var play = new PoolPlay();
        steps.forEach(play::step);
        return play;
    }
}
