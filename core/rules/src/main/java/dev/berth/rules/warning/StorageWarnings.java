package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.tree.SemanticEquality;
import java.util.List;

/** The warnings of volumes, claims, storage classes and drivers. */
final class StorageWarnings {
    private static final String VOLUME_FILE = "pkg/api/persistentvolume/util.go";
    private static final String VOLUME_FUNCTION = "warningsForPersistentVolumeSpecAndMeta";
    private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";
    private static final String OPTIONS_ANNOTATION = "volume.beta.kubernetes.io/mount-options";
    private static final List<String> REMOVED =
            List.of("cephfs", "photonPersistentDisk", "scaleIO", "storageos", "glusterfs", "rbd");

    private static final Rule ANNOTATION = new Rule("storage-annotation", VOLUME_FUNCTION, VOLUME_FILE);
    private static final Rule TYPE = new Rule("persistent-volume-type-removed", VOLUME_FUNCTION, VOLUME_FILE);
    static final Rule RECYCLE = new Rule("recycle-deprecated", VOLUME_FUNCTION, VOLUME_FILE);
    private static final Rule TOKEN = new Rule(
            "csi-driver-token-in-attributes", "WarningsOnCreate", "pkg/registry/storage/csidriver/strategy.go");

    private final WarningList warnings;

    StorageWarnings(WarningList warnings) {
        this.warnings = warnings;
    }

    void volume(JsonNode volume) {
        annotation(volume, CLASS_ANNOTATION, "Use storageClassName.");
        annotation(volume, OPTIONS_ANNOTATION, "Use mountOptions.");
        JsonNode spec = volume.path("spec");
        FieldPath path = FieldPath.of("spec");
        if (Tree.text(spec, "persistentVolumeReclaimPolicy").equals("Recycle")) {
            warnings.add(
                    RECYCLE,
                    path.child("persistentVolumeReclaimPolicy"),
                    "Recycle is deprecated. It deletes all files when the claim is deleted.",
                    "Set Retain, or provision volumes with a StorageClass.");
        }
        FieldPath terms = path.child("nodeAffinity", "required", "nodeSelectorTerms");
        new NodeLabels(warnings)
                .terms(spec.path("nodeAffinity").path("required").path("nodeSelectorTerms"), terms);
        for (String type : REMOVED) {
            if (spec.hasNonNull(type)) {
                PodWarnings.removed(TYPE, path.child(type.equals("storageos") ? "storageOS" : type), warnings);
            }
        }
    }

    void claim(JsonNode claim) {
        annotation(claim, CLASS_ANNOTATION, "Use storageClassName.");
        claimSpec(claim.path("spec"), FieldPath.of("spec"), warnings);
    }

    /** {@code GetWarningsForPersistentVolumeClaimSpec}. */
    static void claimSpec(JsonNode spec, FieldPath path, WarningList warnings) {
        for (String field : List.of("requests", "limits")) {
            JsonNode storage = spec.path("resources").path(field).path("storage");
            ContainerWarnings.fraction(storage, path.child("resources", field).key("storage"), warnings);
        }
    }

    private void annotation(JsonNode object, String key, String instead) {
        if (object.path("metadata").path("annotations").has(key)) {
            FieldPath path = FieldPath.of("metadata", "annotations").key(key);
            warnings.add(ANNOTATION, path, "This annotation is deprecated.", instead);
        }
    }

    void storageClass(JsonNode storageClass) {
        NodeLabels labels = new NodeLabels(warnings);
        JsonNode topologies = storageClass.path("allowedTopologies");
        for (int i = 0; i < topologies.size(); i++) {
            FieldPath path = FieldPath.of("allowedTopologies").index(i).child("matchLabelExpressions");
            labels.keys(topologies.get(i).path("matchLabelExpressions"), path);
        }
    }

    void capacity(JsonNode capacity) {
        NodeLabels labels = new NodeLabels(warnings);
        JsonNode topology = capacity.path("nodeTopology");
        FieldPath path = FieldPath.of("nodeTopology");
        labels.keys(topology.path("matchExpressions"), path.child("matchExpressions"));
        // The server prints these keys like fields.
        topology.path("matchLabels")
                .fieldNames()
                .forEachRemaining(
                        key -> labels.label(key, path.child("matchLabels").child(key)));
    }

    /** On an update, only changed token requests are reported; there is no driver before a new one. */
    void driver(JsonNode before, JsonNode driver) {
        JsonNode spec = driver.path("spec");
        JsonNode tokens = spec.path("tokenRequests");
        boolean same =
                SemanticEquality.equal("tokenRequests", before.path("spec").path("tokenRequests"), tokens);
        if (!same && !tokens.isEmpty() && !spec.hasNonNull("serviceAccountTokenInSecrets")) {
            warnings.add(
                    TOKEN,
                    FieldPath.of("spec", "serviceAccountTokenInSecrets"),
                    "Without this field, the driver gets tokens in the volume attributes, which it may log.",
                    "Set it to true if the driver supports it.");
        }
    }
}
