package dev.berth.command;

import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Finding;
import dev.berth.gate.RulesGate;
import dev.berth.manifest.InvalidManifestsException;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.SetModels;
import dev.berth.rules.cluster.ClusterParameters;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeException;
import dev.berth.value.InvalidValueException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One tree from several sources, or all problems that they have. */
final class Rendering {

    private final List<String> sources;
    private final String renderCommand;
    private final Map<String, String> cluster;
    private final Console console;
    private final List<String> problems = new ArrayList<>();

    Rendering(List<String> sources, String renderCommand, Map<String, String> cluster, Console console) {
        this.sources = sources;
        this.renderCommand = renderCommand;
        this.cluster = cluster;
        this.console = console;
    }

    /** A number of files, for messages. */
    static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    /** The classes that declare a tree, and the verb, for messages. */
    static String declares(ManifestTree tree) {
        return switch (tree.sources().size()) {
            case 0 -> "the sources declare";
            case 1 -> tree.sources().first() + " declares";
            default -> tree.sources().size() + " classes declare";
        };
    }

    /** The name of a directory, for messages. */
    static String name(Path directory) {
        Path name = directory.getFileName();
        return (name == null ? directory : name) + "/";
    }

    /**
     * Renders in memory, and passes the tree to {@code next}, which writes or compares it.
     *
     * @return the result of {@code next}, or the problems that prevent a tree, or why the disk failed
     */
    Result hand(Function<ManifestTree, Result> next) {
        TargetCluster target;
        try {
            target = ClusterParameters.read(cluster);
        } catch (InvalidValueException e) {
            return Result.unusable(String.valueOf(e.getMessage()));
        }
        ManifestSet set = load();
        try {
            Optional<ManifestTree> tree = render(set, target);
            return tree.isPresent() && problems.isEmpty() ? next.apply(tree.get()) : Result.failed(report());
        } catch (TreeException e) {
            console.debug("The disk refused the tree", e);
            return Result.unusable(String.valueOf(e.getMessage()));
        }
    }

    private ManifestSet load() {
        SourceLoader loader = new SourceLoader(Thread.currentThread().getContextClassLoader(), console::debug);
        ManifestSet set = ManifestSet.of();
        for (String source : sources) {
            set = set.and(loader.load(source).orElseGet(ManifestSet::of).declaredBy(source));
        }
        problems.addAll(loader.problems());
        return set;
    }

    private Optional<ManifestTree> render(ManifestSet set, TargetCluster target) {
        String declaredBy = String.join(", ", sources);
        try {
            SetModels models = set.models();
            Optional<ManifestTree> tree = tree(models);
            RulesGate gate = RulesGate.check(models, target);
            add(gate.problems());
            gate.risks().forEach(risk -> console.print("Risk: " + risk.withDeclaration()));
            return tree;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            // Only now does a declaration create its model; for the user's own Manifest, this runs user code.
            UserFailure failure = new UserFailure(declaredBy, e);
            if (!failure.isOfUser()) {
                throw e;
            }
            console.debug(declaredBy + " failed", failure.thrown());
            problems.add(failure.report());
            return Optional.empty();
        }
    }

    private Optional<ManifestTree> tree(SetModels models) {
        try {
            return Optional.of(ManifestTree.render(models, renderCommand));
        } catch (InvalidManifestsException e) {
            add(e.problems());
            return Optional.empty();
        }
    }

    private void add(List<Finding> found) {
        found.forEach(problem -> problems.add(problem.withDeclaration()));
    }

    private String report() {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return "The declarations have " + count + ", so nothing was rendered:\n" + String.join("\n", problems);
    }
}
