package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.value.InvalidValueException;
import dev.berth.value.TreePath;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A YAML file of the rendered tree: its objects in order, in one namespace or in none.
 *
 * <pre>{@code
 * ManifestFile.of("manifests/03-postgresql-statefulset.yaml", config, password, set.headlessService(), set).in(demo)
 * }</pre>
 */
public final class ManifestFile implements TreeFile {

    private final Declaration declaration;
    private final Optional<String> source;
    private final TreePath path;
    private final Optional<Namespace> namespace;
    private final List<Manifest> manifests;
    private final TreePath standsFor;
    private final List<CommonMetadata> metadata;
    private final boolean filled;

    private ManifestFile(
            Declaration declaration,
            Optional<String> source,
            TreePath path,
            Optional<Namespace> namespace,
            List<Manifest> manifests,
            TreePath standsFor,
            List<CommonMetadata> metadata,
            boolean filled) {
        this.declaration = declaration;
        this.source = source;
        this.path = path;
        this.namespace = namespace;
        this.manifests = manifests;
        this.standsFor = standsFor;
        this.metadata = metadata;
        this.filled = filled;
    }

    /**
     * A file at this path with these objects.
     *
     * @throws InvalidValueException if the path is not valid in a rendered tree, does not end in {@code .yaml} or
     *     {@code .yml}, or there is no object */
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
            throw new InvalidValueException("ManifestFile \"" + path + "\" has no object: add one, or remove the file");
        }
        return new ManifestFile(
                Declaration.here(),
                Optional.empty(),
                treePath,
                Optional.empty(),
                List.copyOf(manifests),
                treePath,
                List.of(),
                false);
    }

    /** Returns a copy with its objects in this namespace. Objects of cluster-scoped kinds are not changed. */
    public ManifestFile in(Namespace target) {
        return new ManifestFile(
                Declaration.here(), source, path, Optional.of(target), manifests, standsFor, metadata, filled);
    }

    /** Returns a copy whose objects have these labels and annotations, unless they declare the same key themselves. */
    public ManifestFile with(CommonMetadata common) {
        List<CommonMetadata> all = new ArrayList<>(metadata);
        all.add(common);
        return new ManifestFile(
                declaration, source, path, namespace, manifests, standsFor, Collections.unmodifiableList(all), filled);
    }

    /**
     * Returns a copy with the fields that the API server fills in inside lists that are applied as a whole, so that
     * applying the file again changes nothing: see {@link ManifestSet#withServerFieldsInLists()}.
     */
    public ManifestFile withServerFieldsInLists() {
        return new ManifestFile(declaration, source, path, namespace, manifests, standsFor, metadata, true);
    }

    /**
     * Returns a copy that is an alternative: it is applied in place of the other file, never with it, so both may
     * declare the same object. An example is the StorageClass of a cloud in place of the local one.
     */
    public ManifestFile insteadOf(ManifestFile other) {
        return new ManifestFile(
                Declaration.here(), source, path, namespace, manifests, other.standsFor, metadata, filled);
    }

    /** Whether the file is an alternative to another file. */
    public boolean isAlternative() {
        return !standsFor.equals(path);
    }

    /** The path of the file to which this is an alternative; empty if it is not one. */
    public Optional<TreePath> alternativeTo() {
        return isAlternative() ? Optional.of(standsFor) : Optional.empty();
    }

    /** Whether only one of the two is applied. */
    public boolean excludes(ManifestFile other) {
        return standsFor.equals(other.standsFor) && !path.equals(other.path);
    }

    @Override
    public TreePath path() {
        return path;
    }

    /** The declarations of its objects, in order. */
    public List<Manifest> manifests() {
        return manifests;
    }

    /**
     * One of its objects as it is in the file. Its namespace defaults to that of the file; only a {@link RawManifest}
     * can set its own.
     */
    public HasMetadata toModel(Manifest manifest) {
        HasMetadata model = namespace.map(manifest::toModel).orElseGet(manifest::toModel);
        metadata.forEach(common -> common.addTo(model));
        if (filled) {
            AtomicLists.fillIn(model);
        }
        return model;
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Optional<String> source() {
        return source;
    }

    @Override
    public ManifestFile declaredBy(String name) {
        return new ManifestFile(
                declaration, Optional.of(name), path, namespace, manifests, standsFor, metadata, filled);
    }
}
