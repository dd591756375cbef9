package org.budgetledger.service.policy;

import java.util.Set;
import org.budgetledger.api.budget.control.DegreeOfControl;

/**
 * One of the options that the law of a scheme puts to the person, and the degrees of control that it stands for.
 *
 * @param number the number that the law gives it
 */
public record SupportOption(int number, String name, Set<DegreeOfControl> degrees) {
    public SupportOption {
        degrees = Policy.inOrder(degrees);
    }
}
