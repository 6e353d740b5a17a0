package dev.berth.lint.driver;

import dev.berth.lint.rule.SetRule;
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
