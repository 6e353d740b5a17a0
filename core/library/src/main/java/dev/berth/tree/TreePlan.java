package dev.berth.tree;

import java.io.IOException;
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

/** What it takes to make a directory hold a tree: the one computation that writing and comparing share. */
final class TreePlan {

    private final OutputDirectory directory;
    private final List<RenderedFile> missing = new ArrayList<>();
    private final List<RenderedFile> different = new ArrayList<>();
    private final List<RenderedFile> wrongMode = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Leftovers leftovers;

    private TreePlan(OutputDirectory directory, Leftovers leftovers) {
        this.directory = directory;
        this.leftovers = leftovers;
    }

    /** Compares the tree with the directory; it writes nothing. */
    static TreePlan of(ManifestTree tree, OutputDirectory directory) {
        try {
            TreePlan plan = new TreePlan(directory, Leftovers.in(directory, tree));
            BasicFileAttributes root = OutputDirectory.attributes(directory.root());
            if (root != null && !root.isDirectory()) {
                plan.problems.add(directory.show(directory.root()) + " is no directory: move it away");
                return plan;
            }
            for (RenderedFile file : tree.files()) {
                plan.compare(file);
            }
            plan.problems.addAll(plan.leftovers.problems());
            return plan;
        } catch (IOException e) {
            throw new TreeException(
                    directory.show(directory.root()) + " can't be read: " + OutputDirectory.reason(e), e);
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
        Optional<String> header = OutputDirectory.headerPath(place);
        if (header.isEmpty()) {
            problems.add(
                    directory.show(place) + " is not a file that Berth rendered, so it is left as it is: move it away,"
                            + " or render to another path");
        } else if (!header.get().equals(file.path().toString())) {
            problems.add(directory.show(place) + " was rendered for " + header.get()
                    + ", so it is a copy: delete it, then render again");
        } else {
            different.add(file);
        }
    }

    private static boolean hasWrongMode(Path place, boolean executable) throws IOException {
        Set<PosixFilePermission> permissions = permissions(place);
        return permissions != null && permissions.contains(PosixFilePermission.OWNER_EXECUTE) != executable;
    }

    /** The permissions of a file, or null where the file system has none. */
    static @Nullable Set<PosixFilePermission> permissions(Path place) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(place, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? null : view.readAttributes().permissions();
    }

    /** The files that the directory lacks. */
    List<RenderedFile> missing() {
        return missing;
    }

    /** The files of Berth that hold other bytes. */
    List<RenderedFile> different() {
        return different;
    }

    /** The files that can be run and should not, or the other way around. */
    List<RenderedFile> wrongMode() {
        return wrongMode;
    }

    /** What Berth wrote and the tree does not have. */
    Leftovers leftovers() {
        return leftovers;
    }

    /** What keeps the tree from being written. */
    List<String> problems() {
        return problems;
    }

    /** Whether the directory holds the tree, and nothing that a run left behind. */
    boolean isEmpty() {
        return problems.isEmpty()
                && missing.isEmpty()
                && different.isEmpty()
                && wrongMode.isEmpty()
                && leftovers.rendered().isEmpty()
                && leftovers.unfinished().isEmpty();
    }
}
