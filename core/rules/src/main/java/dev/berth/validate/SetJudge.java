package dev.berth.validate;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.finding.Location;
import dev.berth.lint.LintRules;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetIndex;
import dev.berth.object.ObjectId;
import dev.berth.rules.store.DocumentStore;
import dev.berth.rules.store.StoredObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        Map<String, List<Finding>> found = new LinkedHashMap<>();
        for (Finding finding : LintRules.check(index.judging(first, models), version)) {
            found.computeIfAbsent(key(finding.object()), any -> new ArrayList<>())
                    .add(finding);
        }
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < models.size() && !found.isEmpty(); i++) {
            if (ObjectSet.isNamed(models.get(i))) {
                tell(stored.get(i), found.remove(key(ObjectId.of(models.get(i)))), all);
            }
        }
        // A rule may check one object and report another: the Service of a StatefulSet.
        for (List<Finding> ofOther : found.values()) {
            ObjectId other = ofOther.get(0).object();
            index.numberOf(other.kind(), other.namespace(), other.name())
                    .ifPresent(number -> tell(store.get(number), ofOther, all));
        }
        return all;
    }

    private static String key(ObjectId id) {
        return String.join("/", id.group(), id.kind(), id.namespace(), id.name());
    }

    private void tell(StoredObject stored, @Nullable List<Finding> found, List<Finding> all) {
        String file = files.get(stored.file());
        for (Finding finding : found == null ? List.<Finding>of() : found) {
            all.add(finding.on(finding.object(), Location.of(file, stored.lineOf(finding.field()))));
        }
    }
}
