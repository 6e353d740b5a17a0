package dev.berth.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pass over a set that collects all of its problems. */
final class SetGate {

    private final ManifestSet set;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, TreeFile> filesIgnoringCase = new HashMap<>();
    private final Map<ObjectId, Placed> objects = new HashMap<>();

    private record Placed(Manifest manifest, ManifestFile file) {}

    SetGate(ManifestSet set) {
        this.set = set;
    }

    List<Problem> problems() {
        for (TreeFile file : set.files()) {
            checkPath(file);
            if (file instanceof ManifestFile manifestFile) {
                manifestFile.manifests().forEach(manifest -> checkObject(manifestFile, manifest));
            }
        }
        return problems;
    }

    private void checkPath(TreeFile file) {
        TreeFile other = filesIgnoringCase.putIfAbsent(file.path().ignoringCase(), file);
        if (other == null) {
            return;
        }
        String reason = other.path().equals(file.path())
                ? "is declared twice"
                : "is the same file as " + other.path() + " on a disk that ignores case";
        problems.add(new Problem(
                file.path() + " " + reason + ", the other time at " + other.declaration() + ": rename one",
                file.declaration()));
    }

    private void checkObject(ManifestFile file, Manifest manifest) {
        HasMetadata model = file.toModel(manifest);
        ObjectId id = ObjectId.of(model);
        Placed other = objects.putIfAbsent(id, new Placed(manifest, file));
        if (other != null && !file.excludes(other.file())) {
            problems.add(new Problem(
                    id + " is declared twice: in " + other.file().path() + " at "
                            + other.manifest().declaration() + ", and in " + file.path() + ": rename or remove one",
                    manifest.declaration()));
        }
    }
}
