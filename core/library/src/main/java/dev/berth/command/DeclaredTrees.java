package dev.berth.command;

import dev.berth.cluster.TargetCluster;
import dev.berth.manifest.EnvironmentTree;
import dev.berth.manifest.Environments;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Manifests;
import dev.berth.value.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What the sources of a project declare together: the files of no environment, and a tree for each environment. Two
 * sources with the same environment declare one tree.
 */
final class DeclaredTrees {

    private final SourceLoader loader;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, EnvironmentTree> environments = new LinkedHashMap<>();
    private final List<Compared> compared = new ArrayList<>();
    private ManifestSet common = ManifestSet.of();

    /**
     * The environments that one source declares, which must not differ in anything else than it allows.
     *
     * @param source the name of the class
     * @param environments what it declares
     * @param sets the files of each environment, by its name
     */
    record Compared(String source, Environments<?> environments, Map<String, ManifestSet> sets) {}

    private DeclaredTrees(SourceLoader loader) {
        this.loader = loader;
    }

    /** Asks each source what it declares. */
    static DeclaredTrees of(List<String> sources, ClassLoader classes, BiConsumer<String, Throwable> debug) {
        DeclaredTrees declarations = new DeclaredTrees(new SourceLoader(classes, debug));
        for (String source : sources) {
            declarations.loader.load(source).ifPresent(manifests -> declarations.add(source, manifests));
        }
        declarations.problems.addAll(0, declarations.loader.problems());
        return declarations;
    }

    private void add(String source, Manifests manifests) {
        if (manifests instanceof ManifestSet set) {
            common = common.and(set.declaredBy(source));
            return;
        }
        Environments<?> declared = (Environments<?>) manifests;
        Map<String, ManifestSet> sets = new LinkedHashMap<>();
        for (String name : declared.names()) {
            loader.tree(source, declared, name).ifPresent(tree -> {
                ManifestSet set = tree.manifests().declaredBy(source);
                sets.put(name, set);
                environments.merge(
                        name,
                        new EnvironmentTree(name, tree.directory(), tree.cluster(), set),
                        (first, second) -> both(source, first, second));
            });
        }
        if (sets.size() == declared.names().size()) {
            compared.add(new Compared(source, declared, sets));
        }
    }

    private EnvironmentTree both(String source, EnvironmentTree first, EnvironmentTree second) {
        if (!first.directory().equals(second.directory())) {
            problems.add("In " + first.name() + ": " + source + " renders into " + second.directory()
                    + ", and another source into " + first.directory() + ": use one directory");
        }
        Optional<TargetCluster> cluster = first.cluster().or(second::cluster);
        if (second.cluster().isPresent() && !second.cluster().equals(cluster)) {
            problems.add("In " + first.name() + ": " + source
                    + " states another cluster than another source: use one TargetCluster");
        }
        return new EnvironmentTree(
                first.name(), first.directory(), cluster, first.manifests().and(second.manifests()));
    }

    /** Returns the files that belong to no environment. */
    ManifestSet common() {
        return common;
    }

    /** Returns the trees of all environments. */
    List<EnvironmentTree> environments() {
        return List.copyOf(environments.values());
    }

    /** Returns the trees of these environments; of all if there is no name. Adds a problem for an unknown name. */
    List<EnvironmentTree> environments(List<String> names) {
        if (names.isEmpty()) {
            return environments();
        }
        List<String> known = List.copyOf(environments.keySet());
        for (String name : names) {
            if (environments.isEmpty()) {
                problems.add("berth.environments names \"" + name
                        + "\", and the sources declare no environment: remove the parameter");
            } else if (!environments.containsKey(name)) {
                problems.add("berth.environments: Invalid value: \"" + name + "\": must be one of "
                        + String.join(", ", known) + "." + Nearest.question(name, known));
            }
        }
        return names.stream()
                .distinct()
                .filter(environments::containsKey)
                .map(name -> Objects.requireNonNull(environments.get(name)))
                .toList();
    }

    /** Returns the sources whose environments are complete, so that they can be compared. */
    List<Compared> compared() {
        return List.copyOf(compared);
    }

    /** Returns why some sources failed. */
    List<String> problems() {
        return List.copyOf(problems);
    }
}
