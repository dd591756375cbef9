package org.budgetledger.service.model;

import java.util.ArrayList;
import java.util.List;

/** How a sum that was paid for a span settles its pieces. */
final class Settling {
    private Settling() {}

    /** As they are due where the sum is what is due; else by what is due of each, or by days where nothing is. */
    static List<NaiveDue.Piece> over(List<NaiveDue.Piece> due, long pence) {
        if (NaiveDue.total(due) == pence) {
            return due;
        }
        var weights = due.stream().map(piece -> Math.max(piece.pence(), 0)).toList();
        if (weights.stream().allMatch(weight -> weight == 0)) {
            weights = due.stream()
                    .map(piece -> piece.to().toEpochDay() - piece.from().toEpochDay() + 1)
                    .toList();
        }
        var parts = NaiveArithmetic.split(pence, weights);
        var settling = new ArrayList<NaiveDue.Piece>();
        for (var i = 0; i < parts.size(); i++) {
            settling.add(due.get(i).of(parts.get(i)));
        }
        return settling;
    }
}
