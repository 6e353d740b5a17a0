package dev.berth.lint.driver;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Severity;
import dev.berth.lint.storage.DeclaredClaim;
import dev.berth.rules.Rule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.math.BigDecimal;
import java.util.Map;

/** A claim that requests less or more than the driver of its class can make. */
public final class ClaimSizeRefused extends SetRule {

    private static final BigDecimal GIBI = BigDecimal.valueOf(1L << 30);

    /** The least and the most that a product has, in GiB. */
    private record Range(long least, long most) {}

    private static final Map<String, Range> EBS = Map.of(
            "gp2", new Range(0, 16 << 10),
            "gp3", new Range(0, 64 << 10),
            "io1", new Range(0, 16 << 10),
            "io2", new Range(0, 64 << 10),
            "st1", new Range(0, 16 << 10),
            "sc1", new Range(0, 16 << 10),
            "standard", new Range(0, 1 << 10));

    /** Makes the rule. */
    public ClaimSizeRefused() {
        super(
                Severity.BROKEN,
                new Rule("claim-size-refused", "CreateVolume", "the storage driver of the class"),
                "The driver makes no volume, and the claim stays Pending.",
                "Request a size that the class can make.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (DeclaredClaim declared : DeclaredClaim.all(set)) {
            declared.storageClass(set).ifPresent(storageClass -> {
                Range range = rangeOf(storageClass);
                BigDecimal request = StorageRequest.of(declared.spec());
                if (request.signum() > 0
                        && (request.compareTo(GIBI.multiply(BigDecimal.valueOf(range.least()))) < 0
                                || request.compareTo(GIBI.multiply(BigDecimal.valueOf(range.most()))) > 0)) {
                    report.invalid(
                            this,
                            declared.object(),
                            declared.path() + ".resources.requests[storage]",
                            StorageRequest.text(declared.spec()) + " is not between " + range.least() + "Gi and "
                                    + range.most() + "Gi, as StorageClass \"" + ObjectSet.name(storageClass)
                                    + "\" has them.");
                }
            });
        }
    }

    private static Range rangeOf(StorageClass storageClass) {
        Parameters parameters = new Parameters(storageClass, true);
        String provisioner = storageClass.getProvisioner() == null ? "" : storageClass.getProvisioner();
        Range any = new Range(0, Integer.MAX_VALUE);
        return switch (provisioner) {
            case "ebs.csi.aws.com" -> EBS.getOrDefault(parameters.has("type") ? parameters.get("type") : "gp3", any);
            case "dobs.csi.digitalocean.com" -> new Range(0, 16 << 10);
            case "pd.csi.storage.gke.io" -> new Range(0, 64 << 10);
            case "disk.csi.azure.com" ->
                parameters.get("skuname", "storageaccounttype", "").matches("UltraSSD_LRS|PremiumV2_LRS")
                        ? new Range(0, 64 << 10)
                        : new Range(0, 32 << 10);
            case "file.csi.azure.com" ->
                parameters.get("skuname", "storageaccounttype", "").startsWith("Premium")
                        ? new Range(0, 100 << 10)
                        : any;
            default -> any;
        };
    }
}
