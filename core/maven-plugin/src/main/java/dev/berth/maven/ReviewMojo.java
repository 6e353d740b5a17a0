package dev.berth.maven;

import dev.berth.command.ReviewCommand;
import dev.berth.review.ApplyOptions;
import dev.berth.review.TreeSource;
import java.io.File;
import java.io.IOException;
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

    private static final String CLUSTER = "cluster";

    /** The directory of the tree. It is reviewed if {@code before} or {@code after} is a revision. */
    @Parameter(property = "berth.outputDirectory", defaultValue = "${basedir}/generated", required = true)
    private File outputDirectory;

    /**
     * The old tree: {@code cluster} for a running cluster, a directory, a file, several of them separated by commas, {@code -} for standard input, or a git
     * revision. Defaults to the merge base with the default branch. Files may contain the output of {@code kubectl get
     * --output yaml}.
     */
    @Parameter(property = "berth.before")
    private @Nullable String before;

    /** The new tree: the same choices. Defaults to the current output directory. */
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

    /**
     * Whether objects that the new tree no longer contains are deleted. Defaults to {@code true} for those of an old tree,
     * and to {@code false} for those of a cluster.
     */
    @Parameter(property = "berth.prune")
    private @Nullable Boolean prune;

    /**
     * Whether the tree is applied server-side, so that conflicts with other field managers are reported. Defaults to how each
     * object of the cluster was applied before.
     */
    @Parameter(property = "berth.serverSide")
    private @Nullable Boolean serverSide;

    /**
     * The field manager that applies the tree, such as {@code argocd-controller}: fields of other managers stay when it
     * does.
     */
    @Parameter(property = "berth.fieldManager", defaultValue = "kubectl", required = true)
    private String fieldManager;

    /** The namespaces that the tree is responsible for, and that a cluster is read in, in addition to those of its objects. */
    @Parameter(property = "berth.namespaces")
    private Set<String> namespaces = Set.of();

    /** The context of the kubeconfig, if {@code before} is {@code cluster}. Defaults to the current context. */
    @Parameter(property = "berth.context")
    private @Nullable String context;

    /** Whether to skip the goal. */
    @Parameter(property = "berth.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because berth.skip is set");
            return;
        }
        try (NamedTrees trees = new NamedTrees(outputDirectory.toPath(), System.in)) {
            TreeSource current = after == null ? trees.directory() : trees.named(after);
            TreeSource old = CLUSTER.equals(before)
                    ? RunningCluster.of(Optional.ofNullable(context), current, namespaces)
                    : before == null ? trees.atMergeBase() : trees.named(before);
            ReviewCommand command = new ReviewCommand(
                    old,
                    current,
                    Optional.ofNullable(format),
                    reports.stream().map(File::toPath).toList(),
                    failOn,
                    Optional.ofNullable(acknowledgements).map(File::toPath),
                    Optional.ofNullable(kubernetesVersion),
                    new ApplyOptions(
                            Optional.ofNullable(prune), Optional.ofNullable(serverSide), fieldManager, namespaces));
            MojoConsole.check(command.run(new MojoConsole(getLog())));
        } catch (IOException e) {
            throw new MojoFailureException("The review is not possible: " + e.getMessage(), e);
        }
    }
}
