package dev.berth.testing;

import dev.berth.cluster.TargetCluster;
import dev.berth.environment.EnvironmentTrees;
import dev.berth.finding.Finding;
import dev.berth.gate.RulesGate;
import dev.berth.gate.SetGate;
import dev.berth.manifest.Environments;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Manifests;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeDiff;
import dev.berth.tree.TreeWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions on declared manifests. */
public final class ManifestsAssert extends AbstractAssert<ManifestsAssert, Manifests> {

    private final String source;
    private final String command;
    private final List<String> environments;
    private final TargetCluster cluster;

    ManifestsAssert(Manifests actual, String source, String command) {
        this(actual, source, command, List.of(), TargetCluster.defaults());
    }

    private ManifestsAssert(
            Manifests actual, String source, String command, List<String> environments, TargetCluster cluster) {
        super(actual, ManifestsAssert.class);
        this.source = source;
        this.command = command;
        this.environments = environments;
        this.cluster = cluster;
    }

    /** Sets the command that the headers of the tree name: the parameter {@code renderCommand} of the Maven plugin. */
    public ManifestsAssert renderedBy(String renderCommand) {
        return new ManifestsAssert(actual, source, renderCommand, environments, cluster);
    }

    /**
     * Limits the assertions that follow to one environment: nothing else in the directory of a golden tree is compared
     * or updated.
     *
     * @throws AssertionError if the manifests have no environment with this name
     */
    public ManifestsAssert environment(String name) {
        if (!(actual instanceof Environments<?> declared) || !declared.names().contains(name)) {
            failWithMessage("The manifests have no environment %s", name);
        }
        return new ManifestsAssert(actual, source, command, List.of(name), cluster);
    }

    /**
     * Verifies that a cluster accepts all objects and can run them, as {@code mvn generate-manifests} does before it
     * writes. Acknowledged findings pass. The headers of a golden tree that is compared after this state the cluster.
     *
     * @param target the target cluster of the manifests, such as {@code TargetCluster.of(KubernetesVersion.V1_34)}
     * @throws AssertionError with all problems, each with the line that declares it
     */
    public ManifestsAssert runsOn(TargetCluster target) {
        List<String> problems = sets().stream()
                .map(set -> set.existing(target.existing()).models())
                .flatMap(models -> Stream.concat(
                        SetGate.problems(models).stream(), RulesGate.check(models, target).problems().stream()))
                .map(Finding::withDeclaration)
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            failWithMessage("Kubernetes %s does not run them:\n%s", target.version(), String.join("\n", problems));
        }
        return new ManifestsAssert(actual, source, command, environments, target);
    }

    private List<ManifestSet> sets() {
        if (actual instanceof Environments<?> declared) {
            return declared.names().stream()
                    .filter(name -> environments.isEmpty() || environments.contains(name))
                    .map(name -> declared.tree(name).manifests())
                    .toList();
        }
        return List.of((ManifestSet) actual);
    }

    private ManifestTree tree() {
        return actual instanceof Environments<?> declared
                ? EnvironmentTrees.render(declared, source, command, environments)
                : ManifestTree.render(
                        ((ManifestSet) actual)
                                .declaredBy(source)
                                .existing(cluster.existing())
                                .models(cluster),
                        command);
    }

    /**
     * Verifies that a directory contains exactly what the manifests render: each file, byte for byte and with its
     * executable bit, and no other YAML, JSON, script or page in the directories of the tree.
     *
     * <p>With {@code -Dberth.golden=update}, it updates the directory instead and passes.
     *
     * @throws AssertionError with the differences, as a diff of limited length, and the render command
     * @throws dev.berth.manifest.InvalidManifestsException if the manifests have problems, with all of them
     */
    public ManifestsAssert matchesGoldenTree(Path directory) {
        return matchesGoldenTree(directory, GoldenFlag.asksForUpdate());
    }

    ManifestsAssert matchesGoldenTree(Path directory, boolean update) {
        ManifestTree tree = tree();
        if (update) {
            TreeWriter.write(tree, directory);
        }
        TreeDiff diff = TreeDiff.between(tree, directory);
        if (!diff.isEmpty()) {
            failWithMessage("%s", diff);
        }
        List<String> strangers = new Strangers(tree, directory).paths();
        if (!strangers.isEmpty()) {
            failWithMessage(
                    "%s/ contains files that no declaration renders:\n    %s\nRemove them, or move them out of the tree.",
                    directory.toAbsolutePath().normalize().getFileName(), String.join("\n    ", strangers));
        }
        return this;
    }
}
