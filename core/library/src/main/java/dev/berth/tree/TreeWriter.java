package dev.berth.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a directory hold a tree. It is the only class of Berth that writes.
 *
 * <p>A file whose bytes are right is not touched. What Berth rendered earlier and the tree no longer has is removed, and so
 * is each directory that becomes empty by that; a file that Berth did not render is never changed. Each file holds its old
 * or its new bytes at any moment, also if the process is killed; the next run then completes the tree. Two runs at once
 * wait for each other. No symbolic link below the directory is followed.
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
     * @param directory where they go; it is made if it is not there
     * @return what was done
     * @throws TreeException if something stands in the way or the disk fails: the directory is then as it was
     */
    public static Summary write(ManifestTree tree, Path directory) {
        TreeWriter writer = new TreeWriter(new OutputDirectory(directory));
        TreePlan plan = writer.plan(tree);
        if (plan.isEmpty()) {
            return new Summary(0, 0, tree.files().size());
        }
        // An interned text is one object in the whole process, whichever class loaders this class has there.
        synchronized (("dev.berth.render " + writer.directory.root()).intern()) {
            return writer.write(tree);
        }
    }

    /**
     * What a run did.
     *
     * @param written files that were made or changed
     * @param removed files that no declaration renders any more
     * @param unchanged files that were right already
     */
    public record Summary(int written, int removed, int unchanged) {}

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
            throw new TreeException(directory.shown() + " can't be written: " + OutputDirectory.reason(e), e);
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
                    ? "the tree is as it was"
                    : "not all of the tree could be put back: render again when it can be written";
            throw new TreeException(
                    directory.show(changes.place()) + " can't be written: " + OutputDirectory.reason(e) + "; " + after,
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
                written, plan.leftovers().rendered().size(), tree.files().size() - written);
    }
}
