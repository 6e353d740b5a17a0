package dev.berth.lint.storage;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Objects;

/** A provisioner that is one or two letters away from a known one. */
public final class ProvisionerMisspelled extends SetRule {

    /** Makes the rule. */
    public ProvisionerMisspelled() {
        super(
                Level.ERROR,
                new Rule(
                        "class-provisioner-misspelled",
                        "provisionClaimOperationExternal",
                        "pkg/controller/volume/persistentvolume/pv_controller.go"),
                "No driver answers to the name, so the claims of the class stay Pending.",
                "Correct the name.");
    }

    private static final List<String> KNOWN = StorageDrivers.provisioners();

    @Override
    public void check(ObjectSet set, Report report) {
        for (StorageClass storageClass : set.all(StorageClass.class)) {
            String provisioner = Objects.requireNonNullElse(storageClass.getProvisioner(), "");
            if (!KNOWN.contains(provisioner)) {
                KNOWN.stream()
                        .filter(known -> isNear(provisioner, known))
                        .findFirst()
                        .ifPresent(known -> report.invalid(
                                this,
                                storageClass,
                                "provisioner",
                                "\"" + provisioner + "\" is no known driver. Did you mean \"" + known + "\"?"));
            }
        }
    }

    /** Whether at most two letters have to be put in, taken out or changed. */
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
