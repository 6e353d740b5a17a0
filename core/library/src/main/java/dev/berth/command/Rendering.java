package dev.berth.command;

import dev.berth.cluster.TargetCluster;
import dev.berth.environment.DifferenceGate;
import dev.berth.environment.EnvironmentDifferences;
import dev.berth.environment.EnvironmentTrees;
import dev.berth.gate.RulesGate;
import dev.berth.manifest.EnvironmentTree;
import dev.berth.manifest.InvalidManifestsException;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.SetModels;
import dev.berth.manifest.TreeFile;
import dev.berth.rules.cluster.ClusterParameters;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeException;
import dev.berth.value.InvalidValueException;
import dev.berth.value.TreePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One tree from several sources, with a directory for each environment, or all problems that they have. */
final class Rendering {

    private final List<String> sources;
    private final String renderCommand;
    private final Map<String, String> cluster;
    private final Console console;
    private final List<String> environments;
    private final Problems problems = new Problems();
    private final Problems risks = new Problems();

    /**
     * @param environments the names of the environments to render; empty for everything
     */
    Rendering(
            List<String> sources,
            String renderCommand,
            Map<String, String> cluster,
            List<String> environments,
            Console console) {
        this.sources = sources;
        this.environments = environments;
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
        Optional<ManifestTree> tree = render(target);
        if (tree.isEmpty() || !problems.isEmpty()) {
            return Result.failed(report());
        }
        try {
            return next.apply(tree.get());
        } catch (TreeException e) {
            console.debug("The disk refused the tree", e);
            return Result.unusable(String.valueOf(e.getMessage()));
        }
    }

    private Optional<ManifestTree> render(TargetCluster target) {
        DeclaredTrees declared =
                DeclaredTrees.of(sources, Thread.currentThread().getContextClassLoader(), console::debug);
        List<EnvironmentTree> selected = declared.environments(environments);
        declared.problems().forEach(problems::add);
        ManifestSet common = declared.common().and(reports(declared));
        List<ManifestTree> trees = new ArrayList<>();
        if (environments.isEmpty()) {
            checkApart(common, declared.environments());
            render("", common, target, Optional.empty()).ifPresent(trees::add);
        }
        for (EnvironmentTree environment : selected) {
            TargetCluster own = environment.cluster().orElse(target);
            render(
                            environment.name(),
                            environment.manifests().existing(own.existing()),
                            own,
                            Optional.of(environment.directory()))
                    .ifPresent(trees::add);
        }
        risks.list().forEach(risk -> console.print("Risk: " + risk));
        return trees.stream()
                .reduce(ManifestTree::and)
                .map(all -> environments.isEmpty()
                        ? all
                        : all.within(selected.stream()
                                .map(EnvironmentTree::directory)
                                .toList()));
    }

    /** Compares the environments of each source, and returns the pages with their differences. */
    private ManifestSet reports(DeclaredTrees declared) {
        ManifestSet reports = ManifestSet.of();
        for (DeclaredTrees.Compared source : declared.compared()) {
            Optional<ManifestSet> report = guarded(source.source(), "", () -> {
                Map<String, SetModels> models = new LinkedHashMap<>();
                source.sets().forEach((name, set) -> models.put(name, set.models()));
                EnvironmentDifferences differences = EnvironmentDifferences.between(models);
                DifferenceGate.problems(differences, source.environments().mayDiffer())
                        .forEach(problem -> problems.add("", problem));
                return EnvironmentTrees.page(source.environments(), differences)
                        .map(page -> page.declaredBy(source.source()))
                        .orElseGet(ManifestSet::of);
            });
            reports = reports.and(report.orElseGet(ManifestSet::of));
        }
        return reports;
    }

    private void checkApart(ManifestSet common, List<EnvironmentTree> environmentTrees) {
        for (TreeFile file : common.files()) {
            for (EnvironmentTree environment : environmentTrees) {
                if ((file.path().ignoringCase() + "/")
                        .startsWith(environment.directory().ignoringCase() + "/")) {
                    problems.add(file.path() + " is in the directory of the environment " + environment.name()
                            + ", and belongs to none: rename it\n    declared at " + file.declaration());
                }
            }
        }
    }

    private Optional<ManifestTree> render(
            String environment, ManifestSet set, TargetCluster target, Optional<TreePath> directory) {
        return guarded(String.join(", ", sources), environment, () -> {
                    SetModels models = set.models(target);
                    Optional<ManifestTree> tree = tree(environment, models, directory);
                    RulesGate gate = RulesGate.check(models, target);
                    gate.problems().forEach(problem -> problems.add(environment, problem));
                    gate.risks().forEach(risk -> risks.add(environment, risk));
                    return tree;
                })
                .flatMap(Function.identity());
    }

    /** Only now does a declaration create its model; for the user's own Manifest, this runs user code. */
    private <T> Optional<T> guarded(String declaredBy, String environment, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            UserFailure failure = new UserFailure(declaredBy, e);
            if (!failure.isOfUser()) {
                throw e;
            }
            console.debug(declaredBy + " failed", failure.thrown());
            problems.add(environment, failure.report());
            return Optional.empty();
        }
    }

    private Optional<ManifestTree> tree(String environment, SetModels models, Optional<TreePath> directory) {
        try {
            return Optional.of(
                    directory.isPresent()
                            ? ManifestTree.render(models, renderCommand, directory.get())
                            : ManifestTree.render(models, renderCommand));
        } catch (InvalidManifestsException e) {
            e.problems().forEach(problem -> problems.add(environment, problem));
            return Optional.empty();
        }
    }

    private String report() {
        List<String> all = problems.list();
        String count = all.size() == 1 ? "1 problem" : all.size() + " problems";
        return "The declarations have " + count + ", so nothing was rendered:\n" + String.join("\n", all);
    }
}
