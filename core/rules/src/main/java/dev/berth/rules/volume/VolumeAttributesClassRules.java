package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.storage.VolumeAttributesClass;
import java.util.Map;

/** {@code ValidateVolumeAttributesClass}. */
public final class VolumeAttributesClassRules {
    private static final Rule PARAMETERS =
            new Rule("class-parameters-needed", "validateParameters", StorageClassRules.FILE);

    private VolumeAttributesClassRules() {}

    /** Checks a VolumeAttributesClass. */
    public static void check(VolumeAttributesClass attributesClass, Findings findings) {
        MetadataRules.clusterWide(attributesClass.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        StorageClassRules.driver(attributesClass.getDriverName(), FieldPath.of("driverName"), findings);
        Map<String, String> parameters = Zero.map(attributesClass.getParameters());
        StorageClassRules.parameters(parameters, FieldPath.of("parameters"), findings);
        if (parameters.isEmpty()) {
            findings.required(PARAMETERS, FieldPath.of("parameters"), "must have a parameter");
        }
    }
}
