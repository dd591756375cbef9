package org.budgetledger.service.audit;

import org.jspecify.annotations.Nullable;

/**
 * What verifying a stream's chain found.
 *
 * @param firstBadVersion the first version that does not fit; none when all do
 * @param finding what is wrong there, in a sentence
 * @param headHash the hash of the last event that fits
 */
public record ChainReport(
        String streamId,
        boolean whole,
        long verifiedVersions,
        @Nullable Long firstBadVersion,
        String finding,
        String headHash) {}
