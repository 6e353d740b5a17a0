package dev.berth.lint.storage;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Objects;

/** A provisioner whose name differs from a known one by one or two letters. */
public final class ProvisionerMisspelled extends ObjectRule<StorageClass> {

    public ProvisionerMisspelled() {
        super(
                StorageClass.class,
                Level.ERROR,
                new Rule(
                        "class-provisioner-misspelled",
                        "provisionClaimOperationExternal",
                        "pkg/controller/volume/persistentvolume/pv_controller.go"),
                "There is no driver with this name, so the claims of the class stay Pending.",
                "Correct the name.");
    }

    @Override
    protected void check(ObjectSet set, StorageClass storageClass, LintReport report) {
        String provisioner = Objects.requireNonNullElse(storageClass.getProvisioner(), "");
        List<String> drivers = StorageDrivers.provisioners();
        if (!drivers.contains(provisioner)) {
            drivers.stream()
                    .filter(known -> isNear(provisioner, known))
                    .findFirst()
                    .ifPresent(known -> report.invalid(
                            this,
                            storageClass,
                            "provisioner",
                            "\"" + provisioner + "\" is not a known driver. Did you mean \"" + known + "\"?"));
        }
    }

    /** Returns whether at most two letters must be inserted, removed or replaced. */
    private static boolean isNear(String left, String right) {
        if (Math.abs(left.length() - right.length()) > 2) {
            return false;
        }
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()] <= 2;
    }
}
