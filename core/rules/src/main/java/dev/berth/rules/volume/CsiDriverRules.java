package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.CSIDriverSpec;
import io.fabric8.kubernetes.api.model.storage.TokenRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code ValidateCSIDriver}, and its defaults, after which no required field is absent. */
public final class CsiDriverRules {
    private static final String FILE = "pkg/apis/storage/validation/validation.go";
    private static final List<String> FS_GROUP_POLICIES = List.of("File", "None", "ReadWriteOnceWithFSType");
    private static final List<String> LIFECYCLE_MODES = List.of("Ephemeral", "Persistent");
    private static final long LEAST_TOKEN_SECONDS = 600;
    private static final long MOST_TOKEN_SECONDS = 1L << 32;
    private static final long LEAST_PERIOD = 10;

    private static final Rule FS_GROUP = new Rule("csi-driver-fs-group-policy", "validateFSGroupPolicy", FILE);
    private static final Rule TOKEN = new Rule("csi-driver-token", "validateTokenRequests", FILE);
    private static final Rule TOKEN_IN_SECRETS =
            new Rule("csi-driver-token-in-secrets", "validateServiceAccountTokenInSecrets", FILE);
    private static final Rule LIFECYCLE = new Rule("csi-driver-lifecycle", "validateVolumeLifecycleModes", FILE);
    private static final Rule PERIOD =
            new Rule("csi-driver-period", "validateNodeAllocatableUpdatePeriodSeconds", FILE);

    private CsiDriverRules() {}

    /** {@code SetDefaults_CSIDriver}; a field behind the feature gate VolumeLimitScaling, which is off, is dropped. */
    public static void fillIn(CSIDriver driver) {
        if (driver.getSpec() == null) {
            driver.setSpec(new CSIDriverSpec());
        }
        CSIDriverSpec spec = driver.getSpec();
        spec.setAttachRequired(spec.getAttachRequired() == null || spec.getAttachRequired());
        spec.setPodInfoOnMount(Zero.flag(spec.getPodInfoOnMount()));
        spec.setStorageCapacity(Zero.flag(spec.getStorageCapacity()));
        spec.setRequiresRepublish(Zero.flag(spec.getRequiresRepublish()));
        spec.setSeLinuxMount(Zero.flag(spec.getSeLinuxMount()));
        spec.setPreventPodSchedulingIfMissing(null);
        if (spec.getFsGroupPolicy() == null) {
            spec.setFsGroupPolicy("ReadWriteOnceWithFSType");
        }
        if (Zero.list(spec.getVolumeLifecycleModes()).isEmpty()) {
            spec.setVolumeLifecycleModes(new ArrayList<>(List.of("Persistent")));
        }
    }

    /** Checks a CSIDriver with its defaults. */
    public static void check(CSIDriver driver, Findings findings) {
        MetadataRules.clusterWide(driver.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        CSIDriverSpec spec = driver.getSpec();
        FieldPath path = FieldPath.of("spec");
        findings.oneOf(FS_GROUP, path.child("fsGroupPolicy"), spec.getFsGroupPolicy(), FS_GROUP_POLICIES);
        tokens(Zero.list(spec.getTokenRequests()), path.child("tokenRequests"), findings);
        for (String mode : spec.getVolumeLifecycleModes()) {
            findings.oneOf(LIFECYCLE, path.child("volumeLifecycleModes"), mode, LIFECYCLE_MODES);
        }
        Long period = spec.getNodeAllocatableUpdatePeriodSeconds();
        if (period != null && period < LEAST_PERIOD) {
            findings.invalid(
                    PERIOD,
                    path.child("nodeAllocatableUpdatePeriodSeconds"),
                    period,
                    "must be at least " + LEAST_PERIOD);
        }
        Boolean inSecrets = spec.getServiceAccountTokenInSecrets();
        if (inSecrets != null && Zero.list(spec.getTokenRequests()).isEmpty()) {
            findings.invalid(
                    TOKEN_IN_SECRETS,
                    path.child("serviceAccountTokenInSecrets"),
                    inSecrets,
                    "only allowed with tokenRequests");
        }
    }

    private static void tokens(List<TokenRequest> tokens, FieldPath path, Findings findings) {
        Set<String> audiences = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            FieldPath at = path.index(i);
            String audience = Zero.text(tokens.get(i).getAudience());
            Long seconds = tokens.get(i).getExpirationSeconds();
            if (!audiences.add(audience)) {
                findings.duplicate(TOKEN, at.child("audience"), audience);
            } else if (seconds != null) {
                findings.within(TOKEN, at.child("expirationSeconds"), seconds, LEAST_TOKEN_SECONDS, MOST_TOKEN_SECONDS);
            }
        }
    }
}
