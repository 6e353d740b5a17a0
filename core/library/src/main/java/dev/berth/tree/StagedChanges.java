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
 * Changes to a directory that are prepared beside their target and then put in place one by one, each with an atomic
 * rename. If something fails on the way, the changes are undone.
 *
 * <p>It does not wait until the bytes are on the disk: killing the process loses nothing, because the files are derived
 * and the next run renders them again.
 */
final class StagedChanges {

    private static final Pattern UNFINISHED = Pattern.compile("\\.berth-(?:lock|[0-9]+)\\.tmp");

    /** A step that can fail, and its reverse. */
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

    /** Returns whether a file has the name of one that a killed run left. */
    static boolean isUnfinished(String name) {
        return UNFINISHED.matcher(name).matches();
    }

    /** Creates a directory, and missing directories above it. */
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

    /** Records the current file, for the message if it fails. */
    void at(Path now) {
        workedOn = now;
    }

    /** Returns the file that was worked on last. */
    Path place() {
        return workedOn;
    }

    /** Prepares new bytes for a path without a file. */
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

    /** Prepares new bytes for a path with a file. */
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

    /** Puts all changes in place. */
    void commit() throws IOException {
        for (Step step : commit) {
            step.run();
        }
        undo.clear();
        leftAside.forEach(StagedChanges::tryToDelete);
    }

    /** All changes are in place by then: what cannot be deleted now is deleted by the next run. */
    private static boolean tryToDelete(Path aside) {
        try {
            return Files.deleteIfExists(aside);
        } catch (IOException e) {
            return false;
        }
    }

    /** Undoes what has been done so far; what cannot be undone is added to the failure. */
    void rollBack(Throwable failure) {
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Removes empty directories above a removed file, up to a root that stays. */
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

    /** Keeps the old file under a second name, with a link if the file system has links. */
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

    /** If a user may read the file, they may run it; otherwise nobody may. */
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
