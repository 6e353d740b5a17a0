package dev.berth.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Changes to a directory that are prepared beside their places and then put in place one by one, each by a rename that the
 * file system makes at once. What fails on the way is taken back.
 *
 * <p>A kill of the process loses nothing by that. Nothing waits for the disk to have the bytes: they are derived, and the
 * next run makes them again.
 */
final class StagedChanges {

    private static final Pattern UNFINISHED = Pattern.compile("\\.berth-(?:lock|[0-9]+)\\.tmp");

    /** Something that can fail, and its reverse. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private final Deque<Step> undo = new ArrayDeque<>();
    private final List<Step> commit = new ArrayList<>();
    private final List<Path> leftAside = new ArrayList<>();
    private final Set<Path> knownDirectories = new HashSet<>();
    private int count;
    private Path workedOn = Path.of("");

    /** Whether a file has the name of one that a killed run left. */
    static boolean isUnfinished(String name) {
        return UNFINISHED.matcher(name).matches();
    }

    /** Makes a directory, and those above it that are missing. */
    void createDirectory(Path directory) throws IOException {
        if (knownDirectories.contains(directory)) {
            return;
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Path parent = directory.getParent();
            if (parent != null && !Files.isDirectory(parent)) {
                createDirectory(parent);
            }
            Files.createDirectory(directory);
            undo.push(() -> Files.deleteIfExists(directory));
        }
        knownDirectories.add(directory);
    }

    /** Names the file that is worked on, for the message if that fails. */
    void at(Path now) {
        workedOn = now;
    }

    /** The file that was worked on last. */
    Path place() {
        return workedOn;
    }

    /** Prepares new bytes for a place where there is no file yet. */
    void create(Path place, RenderedFile file) throws IOException {
        at(place);
        Path parent = place.getParent();
        if (parent != null) {
            createDirectory(parent);
        }
        Path staged = write(place, file);
        commit.add(() -> {
            at(place);
            Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
            undo.push(() -> Files.deleteIfExists(place));
        });
    }

    /** Prepares new bytes for a place where there is a file. */
    void replace(Path place, RenderedFile file) throws IOException {
        at(place);
        Path staged = write(place, file);
        Path old = aside(place);
        keep(place, old);
        commit.add(() -> {
            at(place);
            Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
            undo.push(() -> Files.move(old, place, StandardCopyOption.ATOMIC_MOVE));
        });
    }

    /** Prepares other permissions for a file. */
    void setExecutable(Path place, boolean executable) {
        commit.add(() -> {
            at(place);
            Set<PosixFilePermission> before = TreePlan.permissions(place);
            if (before != null) {
                Files.setPosixFilePermissions(place, permissions(before, executable));
                undo.push(() -> Files.setPosixFilePermissions(place, before));
            }
        });
    }

    /** Prepares the removal of a file. */
    void remove(Path place) {
        Path old = aside(place);
        commit.add(() -> {
            at(place);
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
            undo.push(() -> Files.move(old, place, StandardCopyOption.ATOMIC_MOVE));
        });
    }

    /** Puts everything in place. */
    void commit() throws IOException {
        for (Step step : commit) {
            step.run();
        }
        undo.clear();
        leftAside.forEach(StagedChanges::tryToDelete);
    }

    /** Everything is in place by then: what can't be deleted now is deleted by the next run. */
    private static boolean tryToDelete(Path aside) {
        try {
            return Files.deleteIfExists(aside);
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes back what has been done so far; what can't be taken back is added to the failure. */
    void rollBack(Throwable failure) {
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Removes the directories above a removed file as far as they are empty, up to a root that stays. */
    static void removeEmptyDirectories(Path removed, Path root) {
        Path directory = removed.getParent();
        while (directory != null && !directory.equals(root) && directory.startsWith(root) && tryToDelete(directory)) {
            directory = directory.getParent();
        }
    }

    private Path write(Path place, RenderedFile file) throws IOException {
        Path staged = aside(place);
        undo.push(() -> Files.deleteIfExists(staged));
        Files.write(staged, file.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (file.executable()) {
            Set<PosixFilePermission> before = TreePlan.permissions(staged);
            if (before != null) {
                Files.setPosixFilePermissions(staged, permissions(before, true));
            }
        }
        return staged;
    }

    /** Keeps the old file under a second name, by a link where the file system has links. */
    private void keep(Path place, Path old) throws IOException {
        undo.push(() -> Files.deleteIfExists(old));
        try {
            Files.createLink(old, place);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(place, old, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private Path aside(Path place) {
        Path aside = place.resolveSibling(".berth-" + count++ + ".tmp");
        leftAside.add(aside);
        return aside;
    }

    /** Who may read may run, or nobody may. */
    private static Set<PosixFilePermission> permissions(Set<PosixFilePermission> before, boolean executable) {
        Set<PosixFilePermission> after = new HashSet<>(before);
        allow(after, PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE, executable);
        allow(after, PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE, executable);
        allow(after, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE, executable);
        return after;
    }

    private static void allow(
            Set<PosixFilePermission> permissions,
            PosixFilePermission read,
            PosixFilePermission execute,
            boolean executable) {
        if (executable && permissions.contains(read)) {
            permissions.add(execute);
        } else if (!executable) {
            permissions.remove(execute);
        }
    }
}
