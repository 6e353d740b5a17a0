package dev.berth.validate;

import dev.berth.finding.Acknowledgement;
import dev.berth.finding.Finding;
import dev.berth.finding.Location;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetIndex;
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

    private final TreeObjects objects;
    private final SetIndex index;
    private final List<String> files;
    private final RenderedTrees declared;
    private final Function<ObjectSet, List<LintReport.Reported>> rules;

    /** {@code files} are the file names by the numbers that objects were stored with. */
    SetJudge(
            TreeObjects objects,
            SetIndex index,
            List<String> files,
            RenderedTrees declared,
            Function<ObjectSet, List<LintReport.Reported>> rules) {
        this.objects = objects;
        this.index = index;
        this.files = files;
        this.declared = declared;
        this.rules = rules;
    }

    /** Returns the number of objects. */
    int size() {
        return objects.size();
    }

    /** Returns the findings for some of the objects, in order; the first object has the given number. */
    List<Finding> judge(int first) {
        List<TreeObjects.Entry> judged = objects.read(first);
        List<HasMetadata> models = new ArrayList<>(judged.size());
        for (TreeObjects.Entry entry : judged) {
            models.add(entry.model());
        }
        List<LintReport.Reported> found = rules.apply(index.judging(first, models));
        return found.isEmpty() ? List.of() : inOrder(judged, found);
    }

    /** Returns the findings in the order of the objects, without those that are acknowledged. */
    private List<Finding> inOrder(List<TreeObjects.Entry> judged, List<LintReport.Reported> found) {
        // By identity: two objects of a directory may have the same name.
        IdentityHashMap<HasMetadata, List<Finding>> byObject = new IdentityHashMap<>();
        for (LintReport.Reported reported : found) {
            byObject.computeIfAbsent(reported.object(), any -> new ArrayList<>())
                    .add(reported.finding());
        }
        List<Finding> all = new ArrayList<>();
        for (TreeObjects.Entry entry : judged) {
            StoredObject object = entry.stored();
            for (Finding finding : byObject.getOrDefault(entry.model(), List.of())) {
                if (!isAcknowledged(object, finding)) {
                    Location location = Location.of(files.get(object.file()), object.lineOf(finding.field()));
                    all.add(finding.on(finding.object(), location));
                }
            }
        }
        return all;
    }

    private boolean isAcknowledged(StoredObject object, Finding finding) {
        for (Acknowledgement accepted : declared.of(object.file()).acknowledgements()) {
            if (accepted.covers(finding)) {
                return true;
            }
        }
        return false;
    }
}
