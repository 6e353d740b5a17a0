package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.storage.DeclaredClaim;
import dev.berth.lint.storage.DeclaredClaimRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Objects;

/** A claim with an access mode that the driver of its class does not have. */
final class ClaimAccessModeRefused extends DeclaredClaimRule {

    ClaimAccessModeRefused() {
        super(
                Level.ERROR,
                new Rule("claim-access-mode-refused", "ValidateVolumeCapabilities", "the storage driver of the class"),
                "The driver provisions no volume, and the claim stays Pending.",
                "Use ReadWriteOnce, or a class that shares files between nodes.");
    }

    @Override
    protected void check(ObjectSet set, DeclaredClaim declared, LintReport report) {
        declared.storageClass(set).ifPresent(storageClass -> check(set, declared, storageClass, report));
    }

    private void check(ObjectSet set, DeclaredClaim declared, StorageClass storageClass, LintReport report) {
        boolean block = "Block".equals(declared.spec().getVolumeMode());
        for (String mode : PodOwner.orEmpty(declared.spec().getAccessModes())) {
            if (mode != null && mode.endsWith("Many") && isRefused(storageClass, mode, block)) {
                String detail = storageClass.getProvisioner() + " has no " + mode + " for "
                        + (block ? "a block volume" : "a file system") + " of StorageClass \""
                        + ObjectSet.name(storageClass) + "\".";
                report(set, declared, storageClass, detail, report);
            }
        }
    }

    /** The configuration of one provisioner decides, which may be elsewhere. */
    private void report(
            ObjectSet set, DeclaredClaim declared, StorageClass storageClass, String detail, LintReport report) {
        String field = declared.path() + ".accessModes";
        LocalPathConfig.Storage storage = StorageDrivers.LOCAL_PATH.name().equals(storageClass.getProvisioner())
                ? LocalPathConfig.of(set, ObjectSet.name(storageClass))
                : LocalPathConfig.Storage.NODE;
        if (storage == LocalPathConfig.Storage.NODE) {
            report.invalid(this, declared.object(), field, detail);
        } else if (storage == LocalPathConfig.Storage.UNKNOWN) {
            LintReport level = set.describesCluster() ? report : report.at(Level.WARNING);
            level.invalid(
                    this,
                    declared.object(),
                    field,
                    detail,
                    "Use ReadWriteOnce, or set sharedFileSystemPath in the ConfigMap of the provisioner.");
        }
    }

    private static boolean isRefused(StorageClass storageClass, String mode, boolean block) {
        return StorageDrivers.named(Objects.requireNonNullElse(storageClass.getProvisioner(), ""))
                .filter(driver -> !driver.offers(mode, block, Parameters.given(storageClass)))
                .isPresent();
    }
}
