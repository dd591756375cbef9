package org.budgetledger.service.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A file system of its own, in memory, that can be filled to its last byte and emptied again. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    /** Mounts one of so many megabytes. */
    SmallDisk(Path folder, int megabytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        if (!run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0777", "tmpfs", folder.toString())) {
            throw new IOException("nothing can be mounted on " + folder);
        }
    }

    /** Whether this user of this machine may mount anything. */
    static boolean possible(Path folder) {
        try (var disk = new SmallDisk(folder, 1)) {
            return disk.folder != null;
        } catch (IOException e) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /** Leaves no room for anything more. */
    void fill() throws IOException {
        var megabyte = new byte[1 << 20];
        for (var size = megabyte.length; size > 0; size /= 2) {
            try (var ballast = Files.newOutputStream(folder.resolve("ballast-" + size))) {
                while (true) {
                    ballast.write(megabyte, 0, size);
                }
            } catch (IOException full) {
                // As much as there was room for in pieces of this size: on to smaller ones.
            }
        }
    }

    /** Makes room again. */
    void empty() throws IOException {
        for (var size = 1 << 20; size > 0; size /= 2) {
            Files.deleteIfExists(folder.resolve("ballast-" + size));
        }
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
    }

    private static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var ended = process.waitFor(10, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(Arrays.toString(command), e);
        }
    }
}
