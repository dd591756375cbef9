package org.budgetledger.service.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.policy.Policy;

/** The directory that an authority keeps its own policy packs in. */
final class PackDirectory {
    private PackDirectory() {}

    /** The packs in it. The names of the published ones are taken: a pack that budgets rest on keeps its rules. */
    static List<Policy> read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(
                    "ledger.policy.directory must be a directory, and " + directory + " is none");
        }
        var taken = PublishedPacks.list().stream().map(Policy::id).collect(Collectors.toSet());
        try (var files = Files.list(directory)) {
            return files.filter(file -> name(file).endsWith(".yaml"))
                    .sorted()
                    .map(file -> read(file, taken))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Policy read(Path file, Set<PolicyPackId> taken) {
        try {
            var pack = PackReader.read(name(file), Files.readString(file));
            if (taken.contains(pack.id())) {
                throw new WrongPack(name(file), 1, pack.id() + " comes with the ledger: give your own another name");
            }
            return pack;
        } catch (IOException e) {
            throw new UncheckedIOException("policy pack " + file + " cannot be read", e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
