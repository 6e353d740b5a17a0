package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** More than one StorageClass that is marked as the default. */
public final class TwoDefaultClasses extends SetRule {

    public TwoDefaultClasses() {
        super(
                Level.ERROR,
                new Rule("class-two-defaults", "GetDefaultClass", "pkg/volume/util/storageclass.go"),
                "The class that was created last is used, so some claims get a class that was not intended.",
                "Mark only one.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        String first = set.defaultClass().orElse("");
        for (StorageClass storageClass : set.all(StorageClass.class)) {
            if (ObjectSet.isDefault(storageClass)
                    && !ObjectSet.name(storageClass).equals(first)) {
                report.invalid(
                        this,
                        storageClass,
                        "metadata.annotations",
                        "StorageClass \"" + first + "\" is also marked as the default.");
            }
        }
    }
}
