package org.budgetledger.service.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A file system of its own, in memory, that can be filled to its last byte and emptied again. */
final class SmallDisk implements AutoCloseable {
    private static final int LARGEST_PIECE = 1 << 20;

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

    /** Leaves no room for anything more: as much as there is in large pieces, then in ever smaller ones. */
    void fill() throws IOException {
        for (var size = LARGEST_PIECE; size > 0; size /= 2) {
            fill(new byte[size]);
        }
    }

    private void fill(byte[] piece) throws IOException {
        var ballast = FileChannel.open(
                folder.resolve("ballast-" + piece.length), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (ballast) {
            var written = piece.length;
            while (written == piece.length) {
                written = ballast.write(ByteBuffer.wrap(piece));
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() >= piece.length) {
                throw e;
            }
        }
    }

    /** Makes room again. */
    void empty() throws IOException {
        for (var size = LARGEST_PIECE; size > 0; size /= 2) {
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
