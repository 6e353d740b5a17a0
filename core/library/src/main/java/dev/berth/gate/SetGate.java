package dev.berth.gate;

import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.SetModels;
import dev.berth.manifest.TreeFile;
import dev.berth.object.ExistingObject;
import dev.berth.object.ObjectId;
import dev.berth.object.Reference;
import dev.berth.object.References;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a set fits together: every path and object is unique, and every reference leads to an object. */
public final class SetGate {

    private static final Rule FILE_TWICE = Rule.ofBerth("file-twice");
    private static final Rule OBJECT_TWICE = Rule.ofBerth("object-twice");
    private static final Rule DANGLING = Rule.ofBerth("dangling-reference");

    private final SetModels models;
    private final ManifestSet set;
    private final List<Found> found = new ArrayList<>();
    private final Map<String, TreeFile> filesIgnoringCase = new HashMap<>();
    private final Map<ObjectId, Placed> objects = new HashMap<>();
    private final DeclaredObjects declared = new DeclaredObjects();
    private final List<Named> pending = new ArrayList<>();
    private int position;

    /** Where an object stands, for one that stands there again. */
    private record Placed(Manifest manifest, ManifestFile file) {}

    /** A reference that is resolved when all objects are known. */
    private record Named(int position, ObjectId by, Manifest manifest, Reference reference) {}

    /** A problem, and the place of its object in the set. */
    private record Found(int position, Finding finding) {}

    private SetGate(SetModels models) {
        this.models = models;
        this.set = models.set();
    }

    /** Every problem of the set, in the order of its files; empty if the set can be rendered. */
    public static List<Finding> problems(SetModels models) {
        return new SetGate(models).collect();
    }

    private List<Finding> collect() {
        for (TreeFile file : set.files()) {
            position++;
            checkPath(file);
            if (file instanceof ManifestFile manifestFile) {
                models.of(manifestFile).forEach(object -> checkObject(manifestFile, object.manifest(), object.model()));
            }
        }
        pending.forEach(this::resolve);
        return found.stream()
                .sorted(Comparator.comparingInt(Found::position))
                .map(Found::finding)
                .toList();
    }

    private void checkPath(TreeFile file) {
        TreeFile other = filesIgnoringCase.putIfAbsent(file.path().ignoringCase(), file);
        if (other == null) {
            return;
        }
        String reason = other.path().equals(file.path())
                ? "is declared twice"
                : "is the same file as " + other.path() + " on a disk that ignores case";
        add(Finding.of(
                FILE_TWICE,
                Level.ERROR,
                Location.of(file.declaration()),
                file.path() + " " + reason + ", the other time at " + other.declaration() + ": rename one"));
    }

    private void checkObject(ManifestFile file, Manifest manifest, HasMetadata model) {
        position++;
        ObjectId id = ObjectId.of(model);
        Location location = Location.of(manifest.declaration());
        Placed other = objects.putIfAbsent(id, new Placed(manifest, file));
        if (other != null && !file.excludes(other.file())) {
            add(Finding.error(
                    OBJECT_TWICE,
                    id,
                    location,
                    "",
                    "declared twice: in " + other.file().path() + " at "
                            + other.manifest().declaration() + ", and in " + file.path() + ": rename or remove one"));
        }
        declared.add(id, model);
        PodClashes.of(model).forEach(clash -> add(clash.on(id, location)));
        Set<ExistingObject> outside = manifest.existing();
        for (Reference reference : References.of(model)) {
            ExistingObject named = new ExistingObject(reference.kind(), reference.name());
            if (!reference.optional() && !set.existing().contains(named) && !outside.contains(named)) {
                pending.add(new Named(position, id, manifest, reference));
            }
        }
    }

    private void resolve(Named named) {
        declared.whatIsWrongWith(named.reference())
                .ifPresent(wrong -> found.add(new Found(
                        named.position(),
                        Finding.error(
                                DANGLING,
                                named.by(),
                                Location.of(named.manifest().declaration()),
                                named.reference().fieldPath(),
                                wrong))));
    }

    private void add(Finding finding) {
        found.add(new Found(position, finding));
    }
}
