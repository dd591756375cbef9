package org.budgetledger.service.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.policy.Policy;
import org.budgetledger.service.policy.PolicyPacks;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The policy packs that come with the ledger, in {@code policy-packs/} on the class path. */
public final class PublishedPacks {
    /** What an authority's budgets start with unless the settings say otherwise. */
    static final PolicyPackId DEFAULT = new PolicyPackId("england-care-act-2025");

    private PublishedPacks() {}

    private static final class Read {
        private static final List<Policy> PACKS = read();

        private static List<Policy> read() {
            try {
                return Arrays.stream(new PathMatchingResourcePatternResolver()
                                .getResources("classpath*:policy-packs/*.yaml"))
                        .sorted(Comparator.comparing(Read::name))
                        .map(file -> PackReader.read(name(file), text(file)))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String name(Resource file) {
            return Objects.requireNonNull(file.getFilename());
        }

        private static String text(Resource file) {
            try {
                return file.getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The packs alone, with the default for every authority. Read once: a published pack does not change. */
    public static PolicyPacks all() {
        return PolicyPacks.of(list(), DEFAULT, Map.of());
    }

    static List<Policy> list() {
        return Read.PACKS;
    }
}
