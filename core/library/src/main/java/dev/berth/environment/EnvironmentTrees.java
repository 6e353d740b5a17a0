package dev.berth.environment;

import dev.berth.finding.Finding;
import dev.berth.manifest.EnvironmentTree;
import dev.berth.manifest.Environments;
import dev.berth.manifest.InvalidManifestsException;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.SetModels;
import dev.berth.tree.ManifestTree;
import dev.berth.value.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders the environments of one declaration into one tree, with a directory for each. */
public final class EnvironmentTrees {

    private EnvironmentTrees() {}

    /**
     * Renders environments without asking whether a cluster accepts them.
     *
     * @param source the class that declares them, for the headers
     * @param command the command that renders them, for the headers and for messages
     * @param names the environments to render; empty for all, and for the page with their differences
     * @throws InvalidManifestsException if a tree has problems, or the environments differ in more than is declared
     */
    public static ManifestTree render(Environments<?> environments, String source, String command, List<String> names) {
        Map<String, SetModels> models = new LinkedHashMap<>();
        List<ManifestTree> trees = new ArrayList<>();
        List<TreePath> directories = new ArrayList<>();
        for (String name : environments.names()) {
            EnvironmentTree tree = environments.tree(name);
            ManifestSet set = tree.manifests().declaredBy(source);
            models.put(
                    name,
                    tree.cluster()
                            .map(cluster -> set.existing(cluster.existing()).models(cluster))
                            .orElseGet(set::models));
            if (names.isEmpty() || names.contains(name)) {
                trees.add(ManifestTree.render(models.get(name), command, tree.directory()));
                directories.add(tree.directory());
            }
        }
        EnvironmentDifferences differences = EnvironmentDifferences.between(models);
        List<Finding> problems = DifferenceGate.problems(differences, environments.mayDiffer());
        if (!problems.isEmpty()) {
            throw new InvalidManifestsException(problems);
        }
        ManifestTree all = trees.stream().reduce(ManifestTree::and).orElseThrow();
        if (!names.isEmpty()) {
            return all.within(directories);
        }
        return page(environments, differences)
                .map(page -> all.and(ManifestTree.render(page, source, command)))
                .orElse(all);
    }

    /** Returns the page with the differences; empty if the declaration does not ask for it. */
    public static Optional<ManifestSet> page(Environments<?> environments, EnvironmentDifferences differences) {
        return environments.report().map(page -> ManifestSet.of(page.withText(DifferenceTable.of(differences))));
    }
}
