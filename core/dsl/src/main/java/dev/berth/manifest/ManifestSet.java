package dev.berth.manifest;

import dev.berth.cluster.TargetCluster;
import dev.berth.object.ExistingObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole tree that is rendered together.
 *
 * <p>Creating a set checks nothing. The gate of the build reports all findings in the set at once, and a set with
 * errors is not rendered.
 */
public final class ManifestSet implements Manifests {

    private final List<TreeFile> files;
    private final Set<ExistingObject> existing;

    private ManifestSet(List<TreeFile> files, Set<ExistingObject> existing) {
        this.files = List.copyOf(files);
        this.existing = Set.copyOf(existing);
    }

    /** A set of these files. */
    public static ManifestSet of(TreeFile... files) {
        return of(List.of(files));
    }

    /** A set of these files. */
    public static ManifestSet of(List<? extends TreeFile> files) {
        return new ManifestSet(List.copyOf(files), Set.of());
    }

    /** Returns a set with the files of both sets. */
    public ManifestSet and(ManifestSet other) {
        List<TreeFile> all = new ArrayList<>(files);
        all.addAll(other.files);
        return new ManifestSet(
                all, Stream.concat(existing.stream(), other.existing.stream()).collect(Collectors.toSet()));
    }

    /**
     * Returns a copy in which this object already exists in the cluster, for references of a {@link RawManifest}. The
     * declarations of this library use {@code existing("…")} instead.
     */
    public ManifestSet existing(String kind, String name) {
        Set<ExistingObject> more = existing.stream().collect(Collectors.toSet());
        more.add(new ExistingObject(kind, name));
        return new ManifestSet(files, more);
    }

    /**
     * Returns a copy in which the header of each file names this class. Files that already name a class keep it.
     *
     * <p>The Maven plugin does this for the set of each {@link ManifestSource}, so that a file changes only with the
     * source that declares it.
     */
    public ManifestSet declaredBy(String source) {
        List<TreeFile> named = files.stream()
                .map(file -> file.source().isPresent() ? file : file.declaredBy(source))
                .toList();
        return new ManifestSet(named, existing);
    }

    /** Returns a copy for a cluster in which these objects already exist, in addition to those of this set. */
    public ManifestSet existing(Set<ExistingObject> others) {
        return new ManifestSet(
                files, Stream.concat(existing.stream(), others.stream()).collect(Collectors.toSet()));
    }

    /**
     * Returns a copy whose objects have these labels and annotations, unless the object or its file declares the same
     * key.
     */
    public ManifestSet with(CommonMetadata common) {
        List<TreeFile> labeled = files.stream()
                .map(file -> file instanceof ManifestFile manifests ? manifests.with(common) : file)
                .toList();
        return new ManifestSet(labeled, existing);
    }

    /**
     * Returns a copy with a {@code kustomization.yaml}, so that {@code kubectl apply -k} and GitOps tools apply a
     * directory. It lists the files of this set that are in the directory, in the order in which {@code kubectl apply -f}
     * reads them: by name. Files that stand in for others, and files in subdirectories, are left out.
     *
     * <p>The file sets {@code sortOptions.order: fifo}, so that kustomize keeps the order; kustomize 5.0, which is part of
     * kubectl 1.27.
     *
     * @param directory the directory below the output directory, such as {@code manifests}, or {@code .}
     * @throws dev.berth.value.InvalidValueException if the directory has no file with objects
     */
    public ManifestSet kustomization(String directory) {
        List<TreeFile> all = new ArrayList<>(files);
        all.add(KustomizationText.of(directory, manifestFiles()));
        return new ManifestSet(all, existing);
    }

    /**
     * Returns a copy with the fields that the API server fills in inside lists and structures that are applied as a whole:
     * {@code volumeMode} and {@code status.phase} of claim templates, {@code apiVersion} of every {@code fieldRef}, {@code
     * expirationSeconds} of projected tokens, and {@code protocol} of the ports of network policies. Off by default.
     *
     * <p>Without them, a client-side apply reports {@code configured} each time, and a server-side apply that follows a
     * client-side one fails with a conflict.
     */
    public ManifestSet withServerFieldsInLists() {
        List<TreeFile> filled = files.stream()
                .map(file -> file instanceof ManifestFile manifests ? manifests.withServerFieldsInLists() : file)
                .toList();
        return new ManifestSet(filled, existing);
    }

    /** Its files, in the order of the declaration. */
    public List<TreeFile> files() {
        return files;
    }

    /** Its files that contain objects, in the order of the declaration. */
    public List<ManifestFile> manifestFiles() {
        return files.stream()
                .filter(ManifestFile.class::isInstance)
                .map(ManifestFile.class::cast)
                .toList();
    }

    /** The objects that the set itself declares as already existing in the cluster. */
    public Set<ExistingObject> existing() {
        return existing;
    }

    /** Turns each declaration into the object that it declares. */
    public SetModels models() {
        return models(TargetCluster.defaults());
    }

    /** Turns each declaration into the object that it declares, for a cluster that the headers of the files state. */
    public SetModels models(TargetCluster cluster) {
        return new SetModels(this, cluster);
    }
}
