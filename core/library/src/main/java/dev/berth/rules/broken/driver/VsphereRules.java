package dev.berth.rules.broken.driver;

import dev.berth.rules.broken.rule.SetRule;
import java.util.List;
import java.util.Set;

/** The driver for disks of vSphere. */
public final class VsphereRules {

    private static final Driver DRIVER = new Driver(
            Set.of("csi.vsphere.vmware.com"),
            true,
            "pkg/csi/service/common/util.go of kubernetes-sigs/vsphere-csi-driver");

    private VsphereRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(ParameterRule.unknown(
                DRIVER,
                "vsphere-parameter-unknown",
                "ParseStorageClassParams",
                Set.of("datastoreurl", "storagepolicyname")));
    }
}
