package dev.berth.lint.driver;

import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules about storage drivers, in the order in which they report. */
public final class DriverLintRules {

    private DriverLintRules() {}

    /** Returns the rules about the parameters of a StorageClass. */
    public static List<SetRule> ofClasses() {
        return Stream.of(
                        ProvisionerRules.all(),
                        EbsRules.all(),
                        GcePdRules.all(),
                        AzureDiskRules.all(),
                        AzureFileRules.all(),
                        EfsRules.all(),
                        FilestoreRules.all(),
                        VsphereRules.all(),
                        CinderRules.all(),
                        DigitalOceanRules.all(),
                        LocalPathRules.all(),
                        FsxRules.all(),
                        NfsRules.all(),
                        SmbRules.all(),
                        CephRbdRules.all(),
                        CephFsRules.all(),
                        InTreeRules.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the rules about claims. */
    public static List<SetRule> ofClaims() {
        return List.of(
                new ClaimAccessModeRefused(),
                new ClaimSizeRefused(),
                new IopsOverSize(),
                new ClaimOutsideLimitRange(),
                new ClaimsOverQuota());
    }
}
