package dev.berth.manifest;

import dev.berth.cluster.TargetCluster;
import dev.berth.object.Declaration;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Nearest;
import dev.berth.value.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One declaration for several environments, each with a tree of its own: its directory, its cluster, its checks.
 *
 * <p>The environment is a type of the user, such as an enum or a record. A {@code switch} expression over an enum or a
 * sealed type does not compile if it forgets one.
 *
 * <pre>{@code
 * public Environments<Stage> manifests() {
 *     return Environments.of(List.of(Stage.values()), Stage::label, Shop::in)
 *             .cluster(Stage::cluster)
 *             .mayDiffer(Difference.field("StatefulSet", "cart", "spec.replicas"))
 *             .differencesIn("differences.md");
 * }
 * }</pre>
 *
 * @param <E> the type of an environment
 */
public final class Environments<E> implements Manifests {

    private final Declaration declaration;
    private final Map<String, E> values;
    private final Map<String, TreePath> directories;
    private final Function<? super E, Optional<TargetCluster>> cluster;
    private final Function<? super E, ManifestSet> manifests;
    private final List<Difference> mayDiffer;
    private final Optional<TextFile> report;

    private Environments(
            Declaration declaration,
            Map<String, E> values,
            Map<String, TreePath> directories,
            Function<? super E, Optional<TargetCluster>> cluster,
            Function<? super E, ManifestSet> manifests,
            List<Difference> mayDiffer,
            Optional<TextFile> report) {
        this.declaration = declaration;
        this.values = values;
        this.directories = directories;
        this.cluster = cluster;
        this.manifests = manifests;
        this.mayDiffer = List.copyOf(mayDiffer);
        this.report = report;
    }

    /**
     * Environments of any type.
     *
     * @param values the environments, in the order of the columns of the {@linkplain #differencesIn report}
     * @param name returns the name of an environment, such as {@code prod}: its directory below the output directory,
     *     and what {@code -Dberth.environments} names
     * @param manifests returns the files of an environment, with paths below its directory
     * @throws InvalidValueException if there is no environment, a name is not the name of a directory, or two are the
     *     same
     */
    public static <E> Environments<E> of(
            List<E> values, Function<? super E, String> name, Function<? super E, ManifestSet> manifests) {
        if (values.isEmpty()) {
            throw new InvalidValueException("Environments: there is no environment: add one");
        }
        Map<String, E> named = new LinkedHashMap<>();
        Map<String, TreePath> directories = new LinkedHashMap<>();
        for (E value : values) {
            String key = name.apply(value);
            if (key.contains("/")) {
                throw InvalidValueException.of("Environment", key, "must be a name without '/'");
            }
            if (named.put(key, value) != null) {
                throw InvalidValueException.of("Environment", key, "must be unique: two environments have this name");
            }
            directories.put(key, TreePath.of(key));
        }
        checkApart(directories);
        return new Environments<>(
                Declaration.here(),
                named,
                directories,
                any -> Optional.empty(),
                manifests,
                List.of(),
                Optional.empty());
    }

    /**
     * Returns a copy in which each environment has its own directory below the output directory, instead of one with its
     * name.
     *
     * @throws InvalidValueException if a directory is not below the output directory, or is that of another environment
     *     or contains it
     */
    public Environments<E> directory(Function<? super E, String> directory) {
        Map<String, TreePath> chosen = new LinkedHashMap<>();
        values.forEach((name, value) -> chosen.put(name, TreePath.of(directory.apply(value))));
        checkApart(chosen);
        return new Environments<>(declaration, values, chosen, cluster, manifests, mayDiffer, report);
    }

    private static void checkApart(Map<String, TreePath> directories) {
        directories.forEach((name, directory) -> directories.forEach((other, theirs) -> {
            if (!name.equals(other) && (theirs.ignoringCase() + "/").startsWith(directory.ignoringCase() + "/")) {
                throw InvalidValueException.of(
                        "Environment \"" + other + "\" directory",
                        theirs,
                        "must be outside of the directory of every other environment, also on a disk that ignores case,"
                                + " and \"" + name + "\" has " + directory);
            }
        }));
    }

    /**
     * Returns a copy in which each environment states its cluster. Defaults to the cluster that the parameters of the
     * build describe, for each environment.
     */
    public Environments<E> cluster(Function<? super E, TargetCluster> stated) {
        return new Environments<>(
                declaration,
                values,
                directories,
                value -> Optional.of(stated.apply(value)),
                manifests,
                mayDiffer,
                report);
    }

    /**
     * Returns a copy in which these may differ between the environments, in addition to those already stated. Any other
     * difference stops the build.
     */
    public Environments<E> mayDiffer(Difference... differences) {
        List<Difference> more = new ArrayList<>(mayDiffer);
        more.addAll(List.of(differences));
        return new Environments<>(declaration, values, directories, cluster, manifests, more, report);
    }

    /**
     * Returns a copy that also renders the differences between the environments, as a table in Markdown.
     *
     * @param path the path of the page below the output directory, such as {@code differences.md}
     * @throws InvalidValueException if it is not the path of a page (.md), or is in the directory of an environment
     */
    public Environments<E> differencesIn(String path) {
        TextFile page = TextFile.of(path, "\n");
        if (!page.path().hasExtension("md")) {
            throw InvalidValueException.of("Environments", path, "must be a page (.md)");
        }
        directories.forEach((name, directory) -> {
            if (page.path().ignoringCase().startsWith(directory.ignoringCase() + "/")) {
                throw InvalidValueException.of(
                        "Environments", path, "must be outside of the directory of the environment \"" + name + "\"");
            }
        });
        return new Environments<>(declaration, values, directories, cluster, manifests, mayDiffer, Optional.of(page));
    }

    /** The names of the environments, in the order of the declaration. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /**
     * The tree of an environment.
     *
     * @throws InvalidValueException if no environment has this name
     */
    public EnvironmentTree tree(String name) {
        E value = values.get(name);
        TreePath directory = directories.get(name);
        if (value == null || directory == null) {
            throw InvalidValueException.of(
                    "Environment",
                    name,
                    "must be one of " + String.join(", ", names()) + "." + Nearest.question(name, names()));
        }
        return new EnvironmentTree(name, directory, cluster.apply(value), manifests.apply(value));
    }

    /** What may differ between the environments. */
    public List<Difference> mayDiffer() {
        return mayDiffer;
    }

    /** The page with the differences, without its text; empty if none is rendered. */
    public Optional<TextFile> report() {
        return report;
    }

    /** Where the environments were declared, for messages. */
    public Declaration declaration() {
        return declaration;
    }
}
