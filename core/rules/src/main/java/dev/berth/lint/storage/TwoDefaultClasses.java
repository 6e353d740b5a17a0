package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.DefaultMark;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** More than one StorageClass that is marked as the default. */
public final class TwoDefaultClasses extends ObjectRule<StorageClass> {

    public TwoDefaultClasses() {
        super(
                StorageClass.class,
                Level.ERROR,
                new Rule("class-two-defaults", "GetDefaultClass", "pkg/volume/util/storageclass.go"),
                "The class that was created last is used, so some claims get a class that was not intended.",
                "Mark only one.");
    }

    @Override
    protected void check(ObjectSet set, StorageClass storageClass, LintReport report) {
        String first = set.defaultClass().orElse("");
        if (DefaultMark.isOn(storageClass) && !ObjectSet.name(storageClass).equals(first)) {
            report.invalid(
                    this,
                    storageClass,
                    "metadata.annotations",
                    "StorageClass \"" + first + "\" is also marked as the default.");
        }
    }
}
