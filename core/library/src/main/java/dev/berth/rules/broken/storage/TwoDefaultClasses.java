package dev.berth.rules.broken.storage;

import dev.berth.rules.Rule;
import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Report;
import dev.berth.rules.broken.rule.SetRule;
import dev.berth.rules.broken.rule.Severity;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;

/** More than one class that is marked as the default. */
public final class TwoDefaultClasses extends SetRule {

    /** Makes the rule. */
    public TwoDefaultClasses() {
        super(
                Severity.BROKEN,
                new Rule("class-two-defaults", "GetDefaultClass", "pkg/volume/util/storageclass.go"),
                "The class that was created last wins, so claims get another class than the author of "
                        + "one of them meant.",
                "Mark one.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        List<StorageClass> defaults = set.all(StorageClass.class).stream()
                .filter(ObjectSet::isDefault)
                .toList();
        for (StorageClass storageClass : defaults.subList(Math.min(1, defaults.size()), defaults.size())) {
            report.invalid(
                    this,
                    storageClass,
                    "metadata.annotations",
                    "StorageClass \"" + ObjectSet.name(defaults.get(0)) + "\" is marked as the default too.");
        }
    }
}
