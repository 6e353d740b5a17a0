package dev.berth.maven.git;

import dev.berth.review.TreeSource;
import dev.berth.review.TreeText;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** The manifests of a directory at a revision. */
final class RevisionSource implements TreeSource {

    private final Repository repository;
    private final String revision;
    private final ObjectId tree;
    private final String directory;

    RevisionSource(Repository repository, String revision, ObjectId tree, String directory) {
        this.repository = repository;
        this.revision = revision;
        this.tree = tree;
        this.directory = directory;
    }

    @Override
    public String name() {
        return directory.isEmpty() ? revision : revision + ":" + directory;
    }

    @Override
    public String root() {
        return directory;
    }

    @Override
    public Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            if (!directory.isEmpty()) {
                walk.setFilter(PathFilter.create(directory));
            }
            while (walk.next()) {
                String path = walk.getPathString();
                String within = directory.isEmpty() ? path : path.substring(directory.length() + 1);
                if (isFile(walk.getFileMode(0)) && TreeSource.isManifest(within) && !isHidden(within)) {
                    files.put(within, text(path, walk.getObjectId(0)));
                }
            }
        }
        return files;
    }

    private static boolean isFile(FileMode mode) {
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    }

    /** Returns whether a path is in a hidden directory, which is also ignored in a directory on disk. */
    private static boolean isHidden(String path) {
        int file = path.lastIndexOf('/') + 1;
        return ("/" + path.substring(0, file)).contains("/.");
    }

    private String text(String path, ObjectId file) throws IOException {
        return TreeText.of(repository.open(file).getBytes(), revision + ":" + path);
    }
}
