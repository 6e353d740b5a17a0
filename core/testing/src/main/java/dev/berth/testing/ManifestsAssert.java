package dev.berth.testing;

import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Finding;
import dev.berth.gate.RulesGate;
import dev.berth.gate.SetGate;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.SetModels;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeDiff;
import dev.berth.tree.TreeWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions on declared manifests. */
public final class ManifestsAssert extends AbstractAssert<ManifestsAssert, ManifestSet> {

    private final String source;
    private final String command;

    ManifestsAssert(ManifestSet actual, String source, String command) {
        super(actual, ManifestsAssert.class);
        this.source = source;
        this.command = command;
    }

    /** Sets the command that the headers of the tree name: the parameter {@code renderCommand} of the Maven plugin. */
    public ManifestsAssert renderedBy(String renderCommand) {
        return new ManifestsAssert(actual, source, renderCommand);
    }

    /**
     * Verifies that a cluster accepts all objects and can run them, as {@code mvn generate-manifests} does before it
     * writes. Acknowledged findings pass.
     *
     * @param cluster the target cluster of the manifests, such as {@code TargetCluster.of(KubernetesVersion.V1_34)}
     * @throws AssertionError with all problems, each with the line that declares it
     */
    public ManifestsAssert runsOn(TargetCluster cluster) {
        SetModels models = actual.existing(cluster.existing()).models();
        List<String> problems = Stream.concat(
                        SetGate.problems(models).stream(), RulesGate.check(models, cluster).problems().stream())
                .map(Finding::withDeclaration)
                .toList();
        if (!problems.isEmpty()) {
            failWithMessage("Kubernetes %s does not run them:\n%s", cluster.version(), String.join("\n", problems));
        }
        return this;
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
        ManifestTree tree = ManifestTree.render(actual, source, command);
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
