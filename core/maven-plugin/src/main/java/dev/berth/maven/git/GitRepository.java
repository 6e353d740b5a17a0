package dev.berth.maven.git;

import dev.berth.review.TreeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/** The git repository of a directory. It is only read, without any configuration outside the repository. */
public final class GitRepository implements AutoCloseable {

    private static final List<String> DEFAULT_BRANCHES =
            List.of("refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master");

    private final Repository repository;

    private GitRepository(Repository repository) {
        this.repository = repository;
    }

    /**
     * Opens the repository of this directory, which need not exist.
     *
     * @throws IOException if the directory is not in a repository; the message says so
     */
    public static GitRepository around(Path directory) throws IOException {
        GitRepository repository = find(directory)
                .orElseThrow(() -> new IOException(directory + " is not in a git repository: set directories with"
                        + " -Dberth.before and -Dberth.after"));
        if (repository.repository.isBare()) {
            throw new IOException(directory + " is in a bare git repository, which has no working tree: set directories"
                    + " with -Dberth.before and -Dberth.after");
        }
        return repository;
    }

    /**
     * Returns the path of a directory relative to the root of its repository; unchanged if it is not in a repository.
     */
    public static String pathFromRoot(Path directory) throws IOException {
        Optional<GitRepository> around = find(directory);
        if (around.isEmpty()) {
            return directory.normalize().toString().replace('\\', '/');
        }
        try (GitRepository repository = around.get()) {
            return repository.repository.isBare() ? "" : repository.pathOf(directory);
        }
    }

    private static Optional<GitRepository> find(Path directory) throws IOException {
        NoUserSettings.use();
        RepositoryBuilder builder = new RepositoryBuilder()
                .findGitDir(directory.toAbsolutePath().normalize().toFile());
        return builder.getGitDir() == null
                ? Optional.empty()
                : Optional.of(new GitRepository(builder.setMustExist(true).build()));
    }

    /**
     * Returns a directory at a revision; empty if the revision does not contain it.
     *
     * @param revision a revision that {@code git rev-parse} accepts: a branch, a tag, a commit, {@code HEAD~1}
     * @throws IOException if there is no such revision
     */
    public TreeSource at(String revision, Path directory) throws IOException {
        ObjectId tree = resolve(revision + "^{tree}");
        if (tree == null) {
            throw new IOException("\"" + revision + "\" is neither a directory nor a revision of "
                    + repository.getWorkTree() + ": correct it or fetch it" + shallow());
        }
        return new RevisionSource(repository, revision, tree, pathOf(directory));
    }

    /**
     * Returns the directory at the merge base of the current branch and the default branch.
     *
     * @throws IOException if there is no default branch or no merge base
     */
    public TreeSource atMergeBase(Path directory) throws IOException {
        Ref branch = defaultBranch();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(commit(Constants.HEAD)));
            walk.markStart(walk.parseCommit(branch.getObjectId()));
            RevCommit base = walk.next();
            if (base == null) {
                throw new IOException("HEAD and " + shortName(branch)
                        + " have no common commit here: set a revision with" + " -Dberth.before" + shallow());
            }
            return at(base.abbreviate(12).name(), directory);
        }
    }

    private @Nullable ObjectId resolve(String revision) throws IOException {
        try {
            return repository.resolve(revision);
        } catch (RevisionSyntaxException | AmbiguousObjectException | IncorrectObjectTypeException noneOrSeveral) {
            return null;
        }
    }

    /** Returns what to do if part of the history is missing, as in most CI checkouts. */
    private String shallow() throws IOException {
        return repository.getObjectDatabase().getShallowCommits().isEmpty()
                ? ""
                : ". This clone is shallow: \"git fetch --unshallow\" fetches the rest of the history (actions/checkout:"
                        + " fetch-depth: 0, GitLab: GIT_DEPTH: 0)";
    }

    private ObjectId commit(String revision) throws IOException {
        ObjectId commit = resolve(revision + "^{commit}");
        if (commit == null) {
            throw new IOException(repository.getWorkTree() + " has no commit yet");
        }
        return commit;
    }

    private Ref defaultBranch() throws IOException {
        Ref head = repository.exactRef("refs/remotes/origin/HEAD");
        if (head != null && head.getObjectId() != null) {
            return head.getTarget();
        }
        for (String candidate : DEFAULT_BRANCHES) {
            Ref ref = repository.exactRef(candidate);
            if (ref != null && ref.getObjectId() != null) {
                return ref;
            }
        }
        throw new IOException(repository.getWorkTree() + " has no default branch (origin/HEAD, main or master): set a"
                + " revision with -Dberth.before" + shallow());
    }

    private static String shortName(Ref branch) {
        return Repository.shortenRefName(branch.getName());
    }

    private String pathOf(Path directory) throws IOException {
        Path root = repository.getWorkTree().toPath().toRealPath();
        Path absolute = directory.toAbsolutePath().normalize();
        Path parent = absolute;
        while (parent.getParent() != null && !parent.toFile().exists()) {
            parent = parent.getParent();
        }
        Path real = parent.toRealPath().resolve(parent.relativize(absolute));
        return root.relativize(real).toString().replace('\\', '/');
    }

    @Override
    public void close() {
        repository.close();
    }
}
