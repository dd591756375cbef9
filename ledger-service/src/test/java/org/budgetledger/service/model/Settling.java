package org.budgetledger.service.model;

import java.util.ArrayList;
import java.util.List;

/** How a sum that was paid for a span settles its pieces. */
final class Settling {
    private Settling() {}

    /** As they are due; what was given beside that is settled with the last of them. */
    static List<NaiveDue.Piece> over(List<NaiveDue.Piece> due, long pence) {
        var settling = new ArrayList<>(due);
        var last = settling.removeLast();
        settling.add(last.of(last.pence() + pence - NaiveDue.total(due)));
        return settling;
    }
}
