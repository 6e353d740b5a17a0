package dev.berth.validate;

import dev.berth.finding.Acknowledgement;
import dev.berth.finding.Finding;
import dev.berth.finding.Location;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetIndex;
import dev.berth.rules.store.DocumentStore;
import dev.berth.rules.store.StoredObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Checks the stored objects against the lint rules, in batches: only one batch is in memory as models. The rules get
 * everything else from the index or the store.
 */
final class SetJudge {

    /** The number of objects that are models at the same time, for each processor. */
    static final int AT_ONCE = 256;

    private final DocumentStore store;
    private final SetIndex index;
    private final List<String> files;
    private final RenderedTrees declared;
    private final Function<ObjectSet, List<LintReport.Reported>> rules;

    /** {@code files} are the file names by the numbers that objects were stored with. */
    SetJudge(
            DocumentStore store,
            SetIndex index,
            List<String> files,
            RenderedTrees declared,
            Function<ObjectSet, List<LintReport.Reported>> rules) {
        this.store = store;
        this.index = index;
        this.files = files;
        this.declared = declared;
        this.rules = rules;
    }

    /** Returns the number of objects. */
    int size() {
        return store.size();
    }

    /** Returns the findings for some of the objects, in order; the first object has the given number. */
    List<Finding> judge(int first) {
        List<StoredObject> stored = store.read(first, Math.min(first + AT_ONCE, store.size()));
        List<HasMetadata> models = stored.stream().map(StoredObject::model).toList();
        List<LintReport.Reported> found = rules.apply(index.judging(first, models));
        if (found.isEmpty()) {
            return List.of();
        }
        // By identity: two objects of a directory may have the same name.
        IdentityHashMap<HasMetadata, List<Finding>> byObject = new IdentityHashMap<>();
        for (LintReport.Reported reported : found) {
            byObject.computeIfAbsent(reported.object(), any -> new ArrayList<>())
                    .add(reported.finding());
        }
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            StoredObject object = stored.get(i);
            List<Acknowledgement> acknowledged = declared.of(object.file()).acknowledgements();
            for (Finding finding : byObject.getOrDefault(models.get(i), List.of())) {
                if (acknowledged.stream().noneMatch(entry -> entry.covers(finding))) {
                    Location location = Location.of(files.get(object.file()), object.lineOf(finding.field()));
                    all.add(finding.on(finding.object(), location));
                }
            }
        }
        return all;
    }
}
