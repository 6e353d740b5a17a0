package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The warnings of a pod or of a template: {@code warningsForPodSpecAndMeta} in {@code pkg/api/pod/warnings.go}. */
final class PodWarnings {
    static final String FILE = "pkg/api/pod/warnings.go";
    static final String FUNCTION = "warningsForPodSpecAndMeta";

    private static final Rule ANNOTATION = new Rule("pod-annotation-ignored", FUNCTION, FILE);
    private static final Rule SECCOMP = new Rule("seccomp-annotation-ignored", FUNCTION, FILE);
    private static final Rule VOLUME = new Rule("volume-type-removed", FUNCTION, FILE);
    private static final Rule HOST_ALIAS = new Rule("host-alias-twice", FUNCTION, FILE);
    private static final Rule PULL_SECRET = new Rule("pull-secret-twice", FUNCTION, FILE);
    private static final Rule PULL_SECRET_NAME = new Rule("pull-secret-without-name", FUNCTION, FILE);
    private static final Rule NO_SELECTOR = new Rule("selector-matches-no-pod", "warningsForPodAffinityTerms", FILE);
    private static final Rule GRACE = new Rule("grace-period-negative", FUNCTION, FILE);

    private static final Map<String, String> ANNOTATIONS = Map.of(
            "scheduler.alpha.kubernetes.io/critical-pod", "Use priorityClassName.",
            "security.alpha.kubernetes.io/sysctls", "Use securityContext.sysctls.",
            "security.alpha.kubernetes.io/unsafe-sysctls", "Use securityContext.sysctls.");
    private static final List<String> REMOVED_VOLUMES = List.of(
            "photonPersistentDisk",
            "gitRepo",
            "scaleIO",
            "flocker",
            "storageos",
            "quobyte",
            "glusterfs",
            "cephfs",
            "rbd");
    private static final String POD_SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";

    private final JsonNode annotations;
    private final JsonNode spec;
    private final FieldPath metaPath;
    private final FieldPath path;
    private final WarningList warnings;

    /** The pod is the object itself, or a template below it. */
    PodWarnings(JsonNode pod, FieldPath root, WarningList warnings) {
        this.annotations = pod.path("metadata").path("annotations");
        this.spec = pod.path("spec");
        this.metaPath = root.child("metadata", "annotations");
        this.path = root.child("spec");
        this.warnings = warnings;
    }

    void check(boolean isPod) {
        if (spec.has("nodeSelector") || spec.has("affinity") || spec.has("topologySpreadConstraints")) {
            placement();
        }
        annotations();
        volumes();
        repeats();
        new ContainerWarnings(annotations, spec, metaPath, path, warnings).check(isPod);
        if (spec.path("terminationGracePeriodSeconds").asLong() < 0) {
            warnings.add(
                    GRACE,
                    path.child("terminationGracePeriodSeconds"),
                    "A negative grace period counts as one second.",
                    "Set it to the number of seconds that the containers need to stop.");
        }
        if (spec.has("dnsConfig") || spec.has("hostAliases")) {
            AddressForms forms = new AddressForms(warnings);
            forms.addresses(spec.path("dnsConfig").path("nameservers"), path.child("dnsConfig", "nameservers"));
            forms.ips(spec.path("hostAliases"), path.child("hostAliases"));
        }
    }

    private void placement() {
        NodeLabels labels = new NodeLabels(warnings);
        labels.labels(spec.path("nodeSelector"), path.child("nodeSelector"));
        JsonNode affinity = spec.path("affinity").path("nodeAffinity");
        FieldPath at = path.child("affinity", "nodeAffinity");
        String required = "requiredDuringSchedulingIgnoredDuringExecution";
        labels.terms(affinity.path(required).path("nodeSelectorTerms"), at.child(required, "nodeSelectorTerms"));
        String preferred = "preferredDuringSchedulingIgnoredDuringExecution";
        labels.preferences(affinity.path(preferred), at.child(preferred));
        JsonNode spread = spec.path("topologySpreadConstraints");
        for (int i = 0; i < spread.size(); i++) {
            FieldPath constraint = path.child("topologySpreadConstraints").index(i);
            labels.label(Tree.text(spread.get(i), "topologyKey"), constraint.child("topologyKey"));
            selector(spread.get(i), constraint);
        }
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            podAffinity(spec.path("affinity").path(kind), path.child("affinity", kind));
        }
    }

    private void podAffinity(JsonNode affinity, FieldPath at) {
        String required = "requiredDuringSchedulingIgnoredDuringExecution";
        JsonNode terms = affinity.path(required);
        for (int i = 0; i < terms.size(); i++) {
            selector(terms.get(i), at.child(required).index(i));
        }
        String preferred = "preferredDuringSchedulingIgnoredDuringExecution";
        JsonNode weighted = affinity.path(preferred);
        for (int i = 0; i < weighted.size(); i++) {
            selector(
                    weighted.get(i).path("podAffinityTerm"),
                    at.child(preferred).index(i).child("podAffinityTerm"));
        }
    }

    private void selector(JsonNode term, FieldPath at) {
        if (!term.hasNonNull("labelSelector")) {
            warnings.add(
                    NO_SELECTOR,
                    at.child("labelSelector"),
                    "Without a labelSelector, the term matches no pod and has no effect.",
                    "Select the labels of the pods.");
        }
    }

    private void annotations() {
        annotations.fieldNames().forEachRemaining(key -> {
            String instead = ANNOTATIONS.get(key);
            if (instead != null) {
                warnings.add(ANNOTATION, metaPath.key(key), "This annotation no longer has any effect.", instead);
            }
        });
        boolean profiled = spec.path("securityContext").hasNonNull("seccompProfile");
        if (annotations.has(POD_SECCOMP) && !profiled) {
            seccomp(POD_SECCOMP, metaPath, warnings);
        }
    }

    static void seccomp(String annotation, FieldPath metaPath, WarningList warnings) {
        warnings.add(
                SECCOMP,
                metaPath.key(annotation),
                "This annotation no longer has any effect, so no seccomp profile is set.",
                "Use securityContext.seccompProfile.");
    }

    private void volumes() {
        JsonNode volumes = spec.path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode volume = volumes.get(i);
            FieldPath at = path.child("volumes").index(i);
            for (String type : REMOVED_VOLUMES) {
                if (volume.hasNonNull(type)) {
                    removed(VOLUME, at.child(type.equals("storageos") ? "storageOS" : type), warnings);
                }
            }
            if (volume.has("ephemeral")) {
                StorageWarnings.claimSpec(
                        volume.path("ephemeral").path("volumeClaimTemplate").path("spec"),
                        at.child("ephemeral", "volumeClaimTemplate", "spec"),
                        warnings);
            }
        }
        boolean paths = false;
        for (JsonNode volume : volumes) {
            paths |= volume.has("projected") || volume.findValue("items") != null;
        }
        if (paths) {
            new VolumePaths(warnings).check(volumes);
        }
    }

    static void removed(Rule rule, FieldPath at, WarningList warnings) {
        warnings.add(
                rule, at, "Kubernetes no longer supports this type of volume.", "Use a CSI driver, or another type.");
    }

    private void repeats() {
        JsonNode aliases = spec.path("hostAliases");
        Set<String> ips = new HashSet<>();
        for (int i = 0; i < aliases.size(); i++) {
            String ip = Tree.text(aliases.get(i), "ip");
            if (!ips.add(ip)) {
                FieldPath at = path.child("hostAliases").index(i).child("ip");
                warnings.add(HOST_ALIAS, at, ip + " has an entry already.", "Add the names to that entry.");
            }
        }
        JsonNode secrets = spec.path("imagePullSecrets");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < secrets.size(); i++) {
            String name = Tree.text(secrets.get(i), "name");
            FieldPath at = path.child("imagePullSecrets").index(i).child("name");
            if (!names.add(name)) {
                warnings.add(PULL_SECRET, at, "\"" + name + "\" is a duplicate.", "Remove one of them.");
            }
            if (name.isEmpty()) {
                warnings.add(PULL_SECRET_NAME, at, "The name is empty.", "Name a Secret.");
            }
        }
    }
}
