package dev.berth.manifest;

import dev.berth.object.ExistingObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole tree that is rendered together.
 *
 * <p>Creating a set checks nothing. The gate of the build reports every problem of the set at once, and a set with problems
 * is not rendered.
 */
public final class ManifestSet {

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

    /** This set and another one's files. */
    public ManifestSet and(ManifestSet other) {
        List<TreeFile> all = new ArrayList<>(files);
        all.addAll(other.files);
        return new ManifestSet(
                all, Stream.concat(existing.stream(), other.existing.stream()).collect(Collectors.toSet()));
    }

    /**
     * The same set, where this object lives in the cluster already: for what a {@link RawManifest} refers to. The
     * declarations of this library say it themselves, with {@code existing("…")}.
     */
    public ManifestSet existing(String kind, String name) {
        Set<ExistingObject> more = existing.stream().collect(Collectors.toSet());
        more.add(new ExistingObject(kind, name));
        return new ManifestSet(files, more);
    }

    /** Its files, in the order of the declaration. */
    public List<TreeFile> files() {
        return files;
    }

    /** Those of its files that hold objects, in the order of the declaration. */
    public List<ManifestFile> manifestFiles() {
        return files.stream()
                .filter(ManifestFile.class::isInstance)
                .map(ManifestFile.class::cast)
                .toList();
    }

    /** What the set says lives in the cluster already, beyond what its objects say. */
    public Set<ExistingObject> existing() {
        return existing;
    }

    /** Turns each declaration into the object that it declares. */
    public SetModels models() {
        return new SetModels(this);
    }
}
