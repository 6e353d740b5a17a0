package dev.berth.testing;

import dev.berth.finding.Finding;
import dev.berth.gate.RulesGate;
import dev.berth.gate.SetGate;
import dev.berth.manifest.ManifestSet;
import dev.berth.rules.cluster.TargetCluster;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeDiff;
import dev.berth.tree.TreeWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** What can be asserted of declared manifests. */
public final class ManifestsAssert extends AbstractAssert<ManifestsAssert, ManifestSet> {

    private final String source;
    private final String command;

    ManifestsAssert(ManifestSet actual, String source, String command) {
        super(actual, ManifestsAssert.class);
        this.source = source;
        this.command = command;
    }

    /** The same assertion, where the headers of the tree name this command: {@code renderCommand} of the Maven plugin. */
    public ManifestsAssert renderedBy(String renderCommand) {
        return new ManifestsAssert(actual, source, renderCommand);
    }

    /**
     * Verifies that a cluster takes every object and runs them together: what {@code mvn generate-manifests} asks before it
     * writes. What is broken and acknowledged in the declaration passes.
     *
     * @param cluster the cluster that the manifests are meant for, such as {@code TargetCluster.of(KubernetesVersion.V1_34)}
     * @throws AssertionError with all the problems, each with the line that declares it
     */
    public ManifestsAssert runsOn(TargetCluster cluster) {
        List<String> problems = Stream.concat(
                        SetGate.problems(actual.models()).stream(),
                        RulesGate.check(actual.models(), cluster).problems().stream())
                .map(Finding::withDeclaration)
                .toList();
        if (!problems.isEmpty()) {
            failWithMessage("Kubernetes %s does not run them:\n%s", cluster.version(), String.join("\n", problems));
        }
        return this;
    }

    /**
     * Verifies that a directory holds what the manifests render: each file, byte for byte and with the right to be run, and
     * no other YAML, JSON, script or page in the directories of the tree.
     *
     * <p>Run with {@code -Dberth.golden=update}, it renders the directory instead, and passes.
     *
     * @throws AssertionError with what differs, as a diff of limited length, and the command that renders
     * @throws dev.berth.manifest.InvalidManifestsException when the manifests have problems, all of them at once
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
                    "%s/ holds files that nothing renders:\n    %s\nRemove them, or move them out of the tree.",
                    directory.toAbsolutePath().normalize().getFileName(), String.join("\n    ", strangers));
        }
        return this;
    }
}
