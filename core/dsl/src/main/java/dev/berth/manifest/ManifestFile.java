package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.value.InvalidValueException;
import dev.berth.value.TreePath;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.List;
import java.util.Optional;

/**
 * A YAML file of the rendered tree: its objects in the order in which they stand, in one namespace or in none.
 *
 * <pre>{@code
 * ManifestFile.of("manifests/03-postgresql-statefulset.yaml", config, password, set.headlessService(), set).in(demo)
 * }</pre>
 */
public final class ManifestFile implements TreeFile {

    private final Declaration declaration = Declaration.here();
    private final TreePath path;
    private final Optional<Namespace> namespace;
    private final List<Manifest> manifests;
    private final TreePath standsFor;

    private ManifestFile(TreePath path, Optional<Namespace> namespace, List<Manifest> manifests, TreePath standsFor) {
        this.path = path;
        this.namespace = namespace;
        this.manifests = manifests;
        this.standsFor = standsFor;
    }

    /**
     * A file at this path with these objects.
     *
     * @throws InvalidValueException when the path is none of a rendered tree, does not end in {@code .yaml} or
     *     {@code .yml}, or there is no object
     */
    public static ManifestFile of(String path, Manifest... manifests) {
        return of(path, List.of(manifests));
    }

    /** The same, for objects in a list. */
    public static ManifestFile of(String path, List<? extends Manifest> manifests) {
        TreePath treePath = TreePath.of(path);
        if (!treePath.hasExtension("yaml") && !treePath.hasExtension("yml")) {
            throw InvalidValueException.of("ManifestFile", path, "must end in .yaml or .yml");
        }
        if (manifests.isEmpty()) {
            throw new InvalidValueException("ManifestFile \"" + path + "\" holds no object: add one, or leave it out");
        }
        return new ManifestFile(treePath, Optional.empty(), List.copyOf(manifests), treePath);
    }

    /** The same file with its objects in this namespace. Objects of kinds without a namespace stay without. */
    public ManifestFile in(Namespace target) {
        return new ManifestFile(path, Optional.of(target), manifests, standsFor);
    }

    /**
     * The same file as an alternative: it is applied in place of another one, never beside it, so the two may declare the
     * same object. The StorageClass of a cloud in place of the local one is an example.
     */
    public ManifestFile insteadOf(ManifestFile other) {
        return new ManifestFile(path, namespace, manifests, other.standsFor);
    }

    /** Whether it stands in for another file. */
    public boolean isAlternative() {
        return !standsFor.equals(path);
    }

    /** Whether only one of the two is applied. */
    public boolean excludes(ManifestFile other) {
        return standsFor.equals(other.standsFor) && !path.equals(other.path);
    }

    @Override
    public TreePath path() {
        return path;
    }

    /** The declarations of its objects, in their order. */
    public List<Manifest> manifests() {
        return manifests;
    }

    /**
     * One of its objects as it stands in the file: in the namespace of the file, unless it names one itself, as a
     * {@link RawManifest} may.
     */
    public HasMetadata toModel(Manifest manifest) {
        HasMetadata model = manifest.toModel();
        if (namespace.isPresent()
                && model instanceof Namespaced
                && model.getMetadata().getNamespace() == null) {
            model.getMetadata().setNamespace(namespace.get().name());
        }
        return model;
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }
}
