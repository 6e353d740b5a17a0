package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.storage.DeclaredClaim;
import dev.berth.lint.storage.DeclaredClaimRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** A claim whose size does not allow the IOPS that its class asks for. */
final class IopsOverSize extends DeclaredClaimRule {

    private static final BigDecimal GIBI = BigDecimal.valueOf(1L << 30);

    /** IOPS for each GiB, from {@code pkg/cloud/cloud.go} of the driver at 429e202e. */
    private static final Map<String, Long> EBS = Map.of("io1", 50L, "io2", 1000L, "gp3", 500L);

    /** A gp3 volume of any size has as many. */
    private static final long GP3_BASELINE = 3000;

    IopsOverSize() {
        super(
                Level.WARNING,
                new Rule("iops-over-size", "capIOPS", "pkg/cloud/cloud.go of kubernetes-sigs/aws-ebs-csi-driver"),
                "The driver silently lowers it, so the disk is slower than the class says.",
                "Request a larger volume, or fewer IOPS.");
    }

    @Override
    protected void check(ObjectSet set, DeclaredClaim declared, LintReport report) {
        declared.storageClass(set)
                .filter(storageClass -> StorageDrivers.AWS_EBS.name().equals(storageClass.getProvisioner()))
                .ifPresent(storageClass -> check(declared, storageClass, report));
    }

    private void check(DeclaredClaim declared, StorageClass storageClass, LintReport report) {
        Parameters parameters = new Parameters(storageClass, true);
        String type = parameters.value(StorageDrivers.AWS_EBS, "type");
        String iops = parameters.get("iops");
        BigDecimal size = StorageRequest.of(declared.spec());
        Long forEach = EBS.get(type);
        if (forEach == null || !iops.matches("[0-9]{1,9}") || size.signum() <= 0) {
            return;
        }
        long most = size.divide(GIBI, 0, RoundingMode.CEILING).longValue() * forEach;
        long allowed = type.equals("gp3") ? Math.max(most, GP3_BASELINE) : most;
        if (Long.parseLong(iops) > allowed) {
            report.invalid(
                    this,
                    declared.object(),
                    declared.path() + ".resources.requests[storage]",
                    "StorageClass \"" + ObjectSet.name(storageClass) + "\" asks for " + iops + " IOPS, and "
                            + StorageRequest.text(declared.spec()) + " of type " + type + " have at most " + allowed
                            + ".");
        }
    }
}
