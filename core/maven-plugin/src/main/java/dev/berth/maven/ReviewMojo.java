package dev.berth.maven;

import dev.berth.command.ReviewCommand;
import dev.berth.maven.git.GitRepository;
import dev.berth.review.DirectorySource;
import dev.berth.review.TreeSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reports what a cluster will do with a change to a rendered tree: what it refuses, which pods restart, and which data
 * is lost. It works without a project and on any YAML.
 */
@Mojo(name = "review", requiresProject = false, aggregator = true, threadSafe = true)
public class ReviewMojo extends AbstractMojo {

    /** The directory of the tree. It is reviewed if {@code before} or {@code after} is a revision. */
    @Parameter(property = "berth.outputDirectory", defaultValue = "${basedir}/generated", required = true)
    private File outputDirectory;

    /** The old tree: a directory or a git revision. Defaults to the merge base with the default branch. */
    @Parameter(property = "berth.before")
    private @Nullable String before;

    /** The new tree: a directory or a git revision. Defaults to the current output directory. */
    @Parameter(property = "berth.after")
    private @Nullable String after;

    /**
     * The report files to write, each in the format of its extension: {@code .txt}, {@code .md}, {@code .json},
     * {@code .sarif}, {@code .github}.
     */
    @Parameter(property = "berth.report")
    private List<File> reports = List.of();

    /** The format of what is printed: {@code text}, {@code markdown}, {@code json}, {@code sarif} or {@code github}. */
    @Parameter(property = "berth.format", defaultValue = "text")
    private @Nullable String format;

    /** The verdicts that fail the build. */
    @Parameter(property = "berth.failOn", defaultValue = "REFUSED,DATA_LOSS")
    private Set<String> failOn = Set.of();

    /** The file with the acknowledged findings. */
    @Parameter(property = "berth.acknowledgements")
    private @Nullable File acknowledgements;

    /** The version of Kubernetes that the cluster runs, such as {@code 1.34}; defaults to {@code 1.36}. */
    @Parameter(property = "berth.kubernetesVersion")
    private @Nullable String kubernetesVersion;

    /** Whether to skip the goal. */
    @Parameter(property = "berth.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because berth.skip is set");
            return;
        }
        try (Trees trees = new Trees(outputDirectory.toPath())) {
            TreeSource old = before == null ? trees.atMergeBase() : trees.named(before);
            TreeSource current = after == null ? directory(outputDirectory.toPath()) : trees.named(after);
            ReviewCommand command = new ReviewCommand(
                    old,
                    current,
                    Optional.ofNullable(format),
                    reports.stream().map(File::toPath).toList(),
                    failOn,
                    Optional.ofNullable(acknowledgements).map(File::toPath),
                    Optional.ofNullable(kubernetesVersion));
            MojoConsole.check(command.run(new MojoConsole(getLog())));
        } catch (IOException e) {
            throw new MojoFailureException("The review is not possible: " + e.getMessage(), e);
        }
    }

    private static TreeSource directory(Path directory) throws IOException {
        return new DirectorySource(directory, GitRepository.pathFromRoot(directory));
    }

    /** The trees that a parameter can refer to. The repository is opened only if it is needed. */
    private static final class Trees implements AutoCloseable {

        private final Path directory;
        private @Nullable GitRepository repository;

        Trees(Path directory) {
            this.directory = directory;
        }

        TreeSource named(String value) throws IOException {
            if (value.isBlank()) {
                throw new IOException("berth.before and berth.after name a directory or a revision, and one of them is"
                        + " empty: was a variable not set?");
            }
            Path named = Path.of(value);
            if (Files.isDirectory(named)) {
                return directory(named);
            }
            try {
                repository();
            } catch (IOException none) {
                throw new IOException("\"" + value + "\" is not a directory, and " + none.getMessage(), none);
            }
            return repository().at(value, directory);
        }

        TreeSource atMergeBase() throws IOException {
            return repository().atMergeBase(directory);
        }

        private GitRepository repository() throws IOException {
            GitRepository opened = repository == null ? GitRepository.around(directory) : repository;
            repository = opened;
            return opened;
        }

        @Override
        public void close() {
            if (repository != null) {
                repository.close();
            }
        }
    }
}
