package dev.berth.gate;

import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.lint.LintRules;
import dev.berth.lint.rule.ClusterObjects;
import dev.berth.lint.rule.SetIndex;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.SetModels;
import dev.berth.manifest.SetModels.DeclaredModel;
import dev.berth.manifest.TreeFile;
import dev.berth.object.ExistingObject;
import dev.berth.object.ObjectId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that a set fits together: every path and object is unique, and every name leads to an object.
 *
 * <p>The rules on names are those of {@link LintRules}. Only what needs declarations is checked here: paths, and objects
 * that are declared twice.
 */
public final class SetGate {

    private static final Rule FILE_TWICE = Rule.ofBerth("file-twice");
    private static final Rule OBJECT_TWICE = Rule.ofBerth("object-twice");

    private final SetModels models;
    private final ManifestSet set;
    private final List<HasMetadata> all = new ArrayList<>();
    private final SetIndex index;
    private final List<Finding> problems = new ArrayList<>();
    private final Map<String, TreeFile> filesIgnoringCase = new HashMap<>();
    private final Map<ObjectId, Placed> objects = new HashMap<>();

    /** The first location of an object, to report a duplicate. */
    private record Placed(Manifest manifest, ManifestFile file) {}

    private SetGate(SetModels models) {
        this.models = models;
        this.set = models.set();
        Set<ExistingObject> existing = new HashSet<>(set.existing());
        for (ManifestFile file : set.manifestFiles()) {
            for (DeclaredModel object : models.of(file)) {
                all.add(ReadByRules.of(object.model()));
                existing.addAll(object.manifest().existing());
            }
        }
        this.index = new SetIndex(all::get, ClusterObjects.declared(existing));
        all.forEach(index::add);
    }

    /** Returns every problem of the set, in the order of its files; empty if the set can be rendered. */
    public static List<Finding> problems(SetModels models) {
        return new SetGate(models).collect();
    }

    private List<Finding> collect() {
        int number = 0;
        for (TreeFile file : set.files()) {
            checkPath(file);
            if (file instanceof ManifestFile manifests) {
                for (DeclaredModel object : models.of(manifests)) {
                    checkIdentity(manifests, object);
                    checkNames(number++, object);
                }
            }
        }
        return List.copyOf(problems);
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

    private void checkIdentity(ManifestFile file, DeclaredModel object) {
        Manifest manifest = object.manifest();
        ObjectId id = ObjectId.of(object.model());
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
    }

    private void checkNames(int number, DeclaredModel object) {
        Manifest manifest = object.manifest();
        Location location = Location.of(manifest.declaration());
        for (Finding finding : LintRules.checkNames(index.judging(number, List.of(all.get(number))))) {
            if (!manifest.acknowledgements().containsKey(finding.rule().id())) {
                add(finding.on(finding.object(), location));
            }
        }
    }

    private void add(Finding finding) {
        problems.add(finding);
    }
}
