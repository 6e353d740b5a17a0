package dev.berth.validate;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.finding.Location;
import dev.berth.lint.LintRules;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.SetIndex;
import dev.berth.rules.store.DocumentStore;
import dev.berth.rules.store.StoredObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

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
    private final KubernetesVersion version;

    /** {@code files} are the file names by the numbers that objects were stored with. */
    SetJudge(DocumentStore store, SetIndex index, List<String> files, KubernetesVersion version) {
        this.store = store;
        this.index = index;
        this.files = files;
        this.version = version;
    }

    /** Returns the findings for some of the objects, in order; the first object has the given number. */
    List<Finding> judge(int first) {
        List<StoredObject> stored = store.read(first, Math.min(first + AT_ONCE, store.size()));
        List<HasMetadata> models = stored.stream().map(StoredObject::model).toList();
        List<LintReport.Reported> found = LintRules.check(index.judging(first, models), version);
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
            for (Finding finding : byObject.getOrDefault(models.get(i), List.of())) {
                String file = files.get(stored.get(i).file());
                all.add(finding.on(
                        finding.object(), Location.of(file, stored.get(i).lineOf(finding.field()))));
            }
        }
        return all;
    }
}
