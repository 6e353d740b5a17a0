package dev.berth.rules.validate;

import dev.berth.manifest.ExistingObject;
import dev.berth.manifest.ObjectId;
import dev.berth.rules.Finding;
import dev.berth.rules.broken.BrokenRules;
import dev.berth.rules.broken.rule.Breakage;
import dev.berth.rules.broken.rule.Severity;
import dev.berth.rules.decode.DocumentStore;
import dev.berth.rules.decode.StoredObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Holds what was read against the rules over sets: one namespace at a time, beside what belongs to none. Objects of
 * different namespaces have nothing to do with one another, unless there are volumes, which the claims of all namespaces
 * compete for.
 */
final class SetJudge {

    /** Where the store keeps what belongs to no namespace; none has this name. */
    static final String SHELF_FOR_ALL = "*";

    private final DocumentStore store;
    private final List<String> files;
    private final Set<ExistingObject> existing;
    private final Consumer<Problem> problems;
    private final Set<Breakage> told = new HashSet<>();

    /** {@code files} has the names of the files by the numbers that objects were stored with. */
    SetJudge(DocumentStore store, List<String> files, Set<ExistingObject> existing, Consumer<Problem> problems) {
        this.existing = existing;
        this.store = store;
        this.files = files;
        this.problems = problems;
    }

    void judge(boolean anyVolume) {
        Set<String> namespaces = new TreeSet<>(store.shelves());
        namespaces.remove(SHELF_FOR_ALL);
        if (anyVolume || namespaces.isEmpty()) {
            judge(namespaces);
        } else {
            namespaces.forEach(namespace -> judge(Set.of(namespace)));
        }
    }

    private void judge(Set<String> namespaces) {
        List<HasMetadata> objects = new ArrayList<>();
        store.read(SHELF_FOR_ALL, some -> addModels(some, objects));
        Set<ObjectId> shared = objects.stream().map(ObjectId::of).collect(Collectors.toSet());
        namespaces.forEach(namespace -> store.read(namespace, some -> addModels(some, objects)));
        Map<ObjectId, List<Breakage>> found = new HashMap<>();
        for (Breakage breakage : BrokenRules.check(objects, existing, List.of())) {
            if (!shared.contains(breakage.object()) || told.add(breakage)) {
                found.computeIfAbsent(breakage.object(), any -> new ArrayList<>())
                        .add(breakage);
            }
        }
        objects.clear();
        if (!found.isEmpty()) {
            store.read(SHELF_FOR_ALL, some -> some.forEach(stored -> tell(stored, found)));
            namespaces.forEach(namespace -> store.read(namespace, some -> some.forEach(stored -> tell(stored, found))));
        }
    }

    private static void addModels(List<StoredObject> stored, List<HasMetadata> objects) {
        objects.addAll(stored.parallelStream().map(StoredObject::model).toList());
    }

    /** Tells what was found of the first object of this identity. */
    private void tell(StoredObject stored, Map<ObjectId, List<Breakage>> found) {
        List<Breakage> ofObject = found.remove(stored.id());
        if (ofObject != null) {
            ofObject.forEach(breakage -> tell(stored, breakage));
        }
    }

    private void tell(StoredObject stored, Breakage breakage) {
        Finding finding = breakage.finding();
        problems.accept(new Problem(
                files.get(stored.file()),
                stored.lineOf(finding.field()),
                breakage.object().kind() + " \"" + breakage.object().name() + "\"",
                finding.field(),
                finding.rule(),
                breakage.severity() == Severity.BROKEN ? Level.ERROR : Level.WARNING,
                finding.message()));
    }
}
