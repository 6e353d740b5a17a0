package dev.berth.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a tree of manifests to a directory, and removes files that are no longer in the tree. Nothing else in Berth
 * writes to that directory.
 *
 * <p>A file that already has the right content is not touched. Only files that Berth rendered earlier are
 * removed, and so are directories that become empty; a file that Berth did not render is never changed. At any moment
 * each file has its old or its new bytes, even if the process is killed; the next run then completes the tree. If two
 * runs overlap, one waits for the other. Symbolic links below the directory are not followed.
 */
public final class TreeWriter {

    private final OutputDirectory directory;

    private TreeWriter(OutputDirectory directory) {
        this.directory = directory;
    }

    /**
     * Writes the tree.
     *
     * @param tree the files, all of them in memory
     * @param directory where they are written; it is created if it does not exist
     * @return what was done
     * @throws TreeException if something is in the way or the disk fails: the directory is then unchanged
     */
    public static Summary write(ManifestTree tree, Path directory) {
        TreeWriter writer = new TreeWriter(new OutputDirectory(directory));
        TreePlan plan = writer.plan(tree);
        if (plan.isEmpty()) {
            return new Summary(0, 0, tree.files().size(), List.of());
        }
        // An interned string is one object in the whole process, whichever class loaders have this class.
        synchronized (("dev.berth.render " + writer.directory.root()).intern()) {
            return writer.write(tree);
        }
    }

    /**
     * What a run did.
     *
     * @param written files that were created or changed
     * @param removed files that no declaration renders anymore
     * @param unchanged files that were already right
     * @param conflicted those of the written files in which a merge had left conflict markers
     */
    public record Summary(int written, int removed, int unchanged, List<Path> conflicted) {

        public Summary {
            conflicted = List.copyOf(conflicted);
        }
    }

    private TreePlan plan(ManifestTree tree) {
        TreePlan plan = TreePlan.of(tree, new OutputDirectory(directory.shown()));
        if (!plan.problems().isEmpty()) {
            throw new TreeException(plan.problems());
        }
        return plan;
    }

    private Summary write(ManifestTree tree) {
        StagedChanges root = new StagedChanges();
        try {
            root.createDirectory(directory.root());
            try (DirectoryLock lock = DirectoryLock.take(directory.root())) {
                return write(tree, lock);
            }
        } catch (IOException e) {
            root.rollBack(e);
            throw new TreeException(directory.shown() + " cannot be written: " + OutputDirectory.reason(e), e);
        } catch (RuntimeException | Error e) {
            root.rollBack(e);
            throw e;
        }
    }

    private Summary write(ManifestTree tree, DirectoryLock lock) {
        TreePlan plan = plan(tree);
        StagedChanges changes = new StagedChanges();
        try {
            return apply(plan, tree, lock, changes);
        } catch (IOException e) {
            changes.rollBack(e);
            String after = e.getSuppressed().length == 0
                    ? "the tree is unchanged"
                    : "not all of the tree could be restored: render again when it can be written";
            throw new TreeException(
                    directory.show(changes.place()) + " cannot be written: " + OutputDirectory.reason(e) + "; " + after,
                    e);
        } catch (RuntimeException | Error e) {
            changes.rollBack(e);
            throw e;
        }
    }

    private Summary apply(TreePlan plan, ManifestTree tree, DirectoryLock lock, StagedChanges changes)
            throws IOException {
        for (Path unfinished : plan.leftovers().unfinished()) {
            if (!lock.isAt(unfinished)) {
                changes.at(unfinished);
                Files.deleteIfExists(unfinished);
            }
        }
        for (RenderedFile file : plan.missing()) {
            Path place = directory.resolve(file.path());
            changes.create(place, file);
        }
        for (RenderedFile file : plan.different()) {
            changes.replace(directory.resolve(file.path()), file);
        }
        plan.wrongMode().forEach(file -> changes.setExecutable(directory.resolve(file.path()), file.executable()));
        plan.leftovers().rendered().forEach(changes::remove);
        changes.commit();
        for (Path removed : plan.leftovers().rendered()) {
            StagedChanges.removeEmptyDirectories(removed, directory.root());
        }
        int written = plan.missing().size()
                + plan.different().size()
                + plan.wrongMode().size();
        return new Summary(
                written,
                plan.leftovers().rendered().size(),
                tree.files().size() - written,
                plan.conflicted().stream()
                        .map(file -> directory.show(directory.resolve(file.path())))
                        .toList());
    }
}
