package org.budgetledger.service.sample;

import java.util.List;

/**
 * What happens to one budget or one pool, in the order in which it must be sent.
 *
 * @param subject what to look at: a few words without a name
 * @param home the path of the budget or the pool
 */
record Story(String subject, String home, List<SampleRequest> requests) {
    Story {
        requests = List.copyOf(requests);
    }
}
