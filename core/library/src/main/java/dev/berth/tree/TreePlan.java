package dev.berth.tree;

import dev.berth.header.ConflictMarkers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The changes that make a directory contain a tree. Writing and comparing share this computation. */
final class TreePlan {

    private final OutputDirectory directory;
    private final List<RenderedFile> missing = new ArrayList<>();
    private final List<RenderedFile> different = new ArrayList<>();
    private final List<RenderedFile> conflicted = new ArrayList<>();
    private final List<RenderedFile> wrongMode = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Leftovers leftovers;

    private TreePlan(OutputDirectory directory, Leftovers leftovers) {
        this.directory = directory;
        this.leftovers = leftovers;
    }

    /** Compares the tree with the directory; writes nothing. */
    static TreePlan of(ManifestTree tree, OutputDirectory directory) {
        try {
            TreePlan plan = new TreePlan(directory, Leftovers.in(directory, tree));
            BasicFileAttributes root = OutputDirectory.attributes(directory.root());
            if (root != null && !root.isDirectory()) {
                plan.problems.add(directory.show(directory.root()) + " is not a directory: move it away");
                return plan;
            }
            for (RenderedFile file : tree.files()) {
                plan.compare(file);
            }
            plan.problems.addAll(plan.leftovers.problems());
            return plan;
        } catch (IOException e) {
            throw new TreeException(
                    directory.show(directory.root()) + " cannot be read: " + OutputDirectory.reason(e), e);
        }
    }

    private void compare(RenderedFile file) throws IOException {
        Path place = directory.resolve(file.path());
        String obstacle = directory.obstacleAbove(place);
        if (obstacle != null) {
            if (!problems.contains(obstacle)) {
                problems.add(obstacle);
            }
            return;
        }
        BasicFileAttributes found = OutputDirectory.attributes(place);
        if (found == null) {
            missing.add(file);
        } else if (!found.isRegularFile()) {
            problems.add(directory.show(place) + " is a " + kind(found) + " where a file should be: move it away");
        } else if (found.size() != file.bytes().length || !Arrays.equals(Files.readAllBytes(place), file.bytes())) {
            compareOwner(file, place);
        } else if (hasWrongMode(place, file.executable())) {
            wrongMode.add(file);
        }
    }

    private static String kind(BasicFileAttributes found) {
        return found.isDirectory() ? "directory" : found.isSymbolicLink() ? "symbolic link" : "special file";
    }

    private void compareOwner(RenderedFile file, Path place) throws IOException {
        Optional<String> header = OutputDirectory.headerPath(place, file.path().toString());
        if (header.isEmpty()) {
            problems.add(
                    directory.show(place) + " is not a file that Berth rendered, so it is left as it is: move it away,"
                            + " or render to another path");
        } else if (!header.get().equals(file.path().toString())) {
            problems.add(directory.show(place) + " was rendered for " + header.get()
                    + ", so it is a copy: delete it, then render again");
        } else {
            different.add(file);
            if (hasConflict(Files.readAllBytes(place)) && !hasConflict(file.bytes())) {
                conflicted.add(file);
            }
        }
    }

    private static boolean hasConflict(byte[] bytes) {
        return ConflictMarkers.areIn(new String(bytes, StandardCharsets.UTF_8));
    }

    private static boolean hasWrongMode(Path place, boolean executable) throws IOException {
        Set<PosixFilePermission> permissions = permissions(place);
        return permissions != null && permissions.contains(PosixFilePermission.OWNER_EXECUTE) != executable;
    }

    /** Returns the permissions of a file, or null if the file system has none. */
    static @Nullable Set<PosixFilePermission> permissions(Path place) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(place, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? null : view.readAttributes().permissions();
    }

    /** Returns the files that are missing in the directory. */
    List<RenderedFile> missing() {
        return missing;
    }

    /** Returns Berth's files with other bytes. */
    List<RenderedFile> different() {
        return different;
    }

    /** Returns those of the different files in which a merge left conflict markers. */
    List<RenderedFile> conflicted() {
        return conflicted;
    }

    /** Returns the files that are executable and should not be, or the other way around. */
    List<RenderedFile> wrongMode() {
        return wrongMode;
    }

    /** Returns the files that Berth rendered earlier and that are not in the tree. */
    Leftovers leftovers() {
        return leftovers;
    }

    /** Returns what prevents writing the tree. */
    List<String> problems() {
        return problems;
    }

    /** Returns whether the directory contains exactly the tree, and no leftovers of earlier runs. */
    boolean isEmpty() {
        return problems.isEmpty()
                && missing.isEmpty()
                && different.isEmpty()
                && wrongMode.isEmpty()
                && leftovers.rendered().isEmpty()
                && leftovers.unfinished().isEmpty();
    }
}
