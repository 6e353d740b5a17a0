package dev.berth.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to write into a directory. It ends with the process, and its file is then removed, except if
 * the process was killed: then the next run takes the lock over.
 *
 * <p>Within a process, the caller ensures that only one thread at a time requests the lock of a directory: when a
 * process closes one channel, the operating system drops the locks of all its channels on that file. For the same
 * reason, the file is never opened a second time while it is locked.
 */
final class DirectoryLock implements AutoCloseable {

    static final String NAME = ".berth-lock.tmp";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 20;
    private static final int LARGEST_MARK = 4096;

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Waits for other processes to end, and takes the lock. */
    static DirectoryLock take(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            DirectoryLock lock = tryToTake(file);
            if (lock != null) {
                return lock;
            }
            pause();
        }
        throw new IOException("another run has been writing into it for " + PATIENCE.toSeconds()
                + " seconds: wait until it has ended, then run again");
    }

    private static @Nullable DirectoryLock tryToTake(Path file) throws IOException {
        Object key;
        FileChannel channel;
        try {
            createIfMissing(file);
            key = key(file);
            channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
        try {
            if (channel.tryLock() != null && isStillThere(file, key, channel)) {
                return new DirectoryLock(file, channel);
            }
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
        channel.close();
        return null;
    }

    private static void createIfMissing(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Another run holds it, or was killed while it held it.
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /**
     * Returns whether the locked file is the one in the directory: an earlier run may have removed it, and another run
     * may have created a new one. The file gets a random length, which must then be visible from outside.
     */
    private static boolean isStillThere(Path file, @Nullable Object key, FileChannel channel) throws IOException {
        int mark = ThreadLocalRandom.current().nextInt(1, LARGEST_MARK);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(mark));
        try {
            return Objects.equals(key, key(file)) && Files.size(file) == mark;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Returns whether this is the lock file. */
    boolean isAt(Path other) {
        return other.equals(file);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another run was writing into it", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
