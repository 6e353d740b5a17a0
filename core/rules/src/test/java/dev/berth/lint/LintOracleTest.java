package dev.berth.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.object.ExistingObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents that a Kubernetes 1.36 server accepted although they did not work, each with the rule that finds it. */
class LintOracleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The cases that the documents alone do not show, and why. */
    private static final Map<String, String> NOT_IN_THE_DOCUMENTS = Map.of(
            "pod-c-hostpath-type-mismatch", "what the node has at the path",
            "pod-c-nodeselector-nomatch", "which labels the nodes have",
            "sts-c-maxunavailable-dropped", "which version the cluster has: KubernetesVersion answers it");

    /** The objects that must accompany a document for the fault of the case to appear. */
    private static final Map<String, String> BESIDE = Map.of(
            "sts-c-shared-claim-rwo", claim("shared"),
            "dep-c-rwo-rolling", claim("c"),
            "svc-c-targetport-noname",
                    "{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, spec: {containers: [{name: c}]}}",
            "svc-c-not-headless", statefulSet("svc-c-not-headless"),
            "svc-c-notready-peers", statefulSet("svc-c-notready-peers"),
            "sc-ebs-multiattach-gp3", sharedClaim("sc-ebs-multiattach-gp3", "Block"),
            "sc-azd-rwx-mount", sharedClaim("sc-azd-rwx-mount", "Filesystem"),
            "sc-gce-hdt-rwx", sharedClaim("sc-gce-hdt-rwx", "Filesystem"),
            "sc-localpath-rwx", sharedClaim("sc-localpath-rwx", "Filesystem"));

    private static final Map<String, String> FOUND_BY = Map.ofEntries(
            Map.entry("sc-c-immediate-default", "class-binding-mode-left-out"),
            Map.entry("sc-c-unknown-provisioner", "class-provisioner-misspelled"),
            Map.entry("pv-c-recycle-dataloss", "volume-recycled"),
            Map.entry("pvc-c-ds-dropped", "claim-data-source-dropped"),
            Map.entry("pvc-c-dsref-ns-dropped", "claim-data-source-in-other-namespace"),
            Map.entry("pvc-c-class-empty-no-pv", "claim-unbound"),
            Map.entry("pvc-c-selector-dynamic", "claim-selector-not-provisioned"),
            Map.entry("pvc-c-volumename-small", "volume-missing"),
            Map.entry("pod-c-cm-missing", "config-map-missing"),
            Map.entry("pod-c-claim-missing", "claim-missing"),
            Map.entry("pod-c-cm-key-missing", "key-missing"),
            Map.entry("pod-c-env-key-missing", "key-missing"),
            Map.entry("pod-c-vol-no-source", "volume-without-source"),
            Map.entry("pod-c-probe-port-missing", "probe-port-name-missing"),
            Map.entry("sts-c-name-53-broken", "stateful-set-name-too-long"),
            Map.entry("sts-c-service-missing", "service-missing"),
            Map.entry("sts-c-service-empty", "service-name-absent"),
            Map.entry("sts-c-vct-label-bad", "claim-template-label-invalid"),
            Map.entry("sts-c-vct-dup-name", "claim-template-duplicate"),
            Map.entry("sts-c-vct-shadows-volume", "claim-template-shadows-volume"),
            Map.entry("sts-c-vct-unmounted", "claim-template-unmounted"),
            Map.entry("sts-c-class-missing", "storage-class-missing"),
            Map.entry("sts-c-shared-claim-rwo", "claim-shared-by-replicas"),
            Map.entry("sts-c-emptydir-data", "data-on-empty-dir"),
            Map.entry("sts-c-when-scaled-delete", "claim-retention-deletes"),
            Map.entry("sts-c-when-deleted-delete", "claim-retention-deletes"),
            Map.entry("sts-c-priority-missing", "priority-class-missing"),
            Map.entry("dep-c-rwo-rolling", "rolling-update-deadlock"),
            Map.entry("svc-c-selector-nomatch", "service-selects-nothing"),
            Map.entry("svc-c-no-selector", "service-without-selector"),
            Map.entry("svc-c-targetport-noname", "service-target-port-missing"),
            Map.entry("svc-c-notready-peers", "headless-hides-starting-peers"),
            Map.entry("svc-c-not-headless", "service-not-headless"),
            Map.entry("pdb-c-neither", "budget-never-allows"),
            Map.entry("pdb-c-min-all", "budget-never-allows"),
            Map.entry("pdb-c-no-selector", "budget-without-selector"),
            Map.entry("np-c-deny-all", "network-policy-denies-all"),
            Map.entry("np-c-no-peers-yet", "network-policy-stays-in-namespace"),
            Map.entry("cj-c-allow-overlap", "jobs-overlap"),
            Map.entry("sc-ebs-unknown-key", "ebs-parameter-unknown"),
            Map.entry("sc-ebs-encrypted-caps", "ebs-not-encrypted"),
            Map.entry("sc-ebs-iops-both", "ebs-parameters-conflict"),
            Map.entry("sc-ebs-iopspergb-nan", "ebs-parameter-invalid"),
            Map.entry("sc-ebs-iops-gp2", "ebs-parameters-conflict"),
            Map.entry("sc-ebs-ext4cluster-nobigalloc", "ebs-parameters-conflict"),
            Map.entry("sc-ebs-tag-prefix-case", "ebs-parameter-unknown"),
            Map.entry("sc-ebs-multiattach-gp3", "claim-access-mode-refused"),
            Map.entry("sc-csi-reserved-key", "csi-parameter-unknown"),
            Map.entry("sc-azd-unknown-key", "azure-disk-parameter-unknown"),
            Map.entry("sc-azd-sku-case", "azure-disk-parameter-invalid"),
            Map.entry("sc-azd-caching", "azure-disk-parameter-invalid"),
            Map.entry("sc-azd-pv2-caching", "azure-disk-parameters-conflict"),
            Map.entry("sc-azd-allowprivate-noid", "azure-disk-parameters-conflict"),
            Map.entry("sc-azd-iops-premium", "azure-disk-parameters-conflict"),
            Map.entry("sc-azd-maxshares-zero", "azure-disk-parameter-invalid"),
            Map.entry("sc-azd-destype-alone", "azure-disk-parameters-conflict"),
            Map.entry("sc-azd-subscription-norg", "azure-disk-parameters-conflict"),
            Map.entry("sc-azd-rwx-mount", "claim-access-mode-refused"),
            Map.entry("sc-gce-type-typo", "gce-parameter-invalid"),
            Map.entry("sc-gce-labels", "gce-parameter-invalid"),
            Map.entry("sc-gce-availability-zonal", "gce-parameters-conflict"),
            Map.entry("sc-gce-availability-enum", "gce-parameter-invalid"),
            Map.entry("sc-gce-confidential-nokey", "gce-parameters-conflict"),
            Map.entry("sc-gce-storagepools-off", "gce-parameter-needs-flag"),
            Map.entry("sc-gce-datacache-off", "gce-parameter-needs-flag"),
            Map.entry("sc-gce-multizone-off", "gce-parameter-needs-flag"),
            Map.entry("sc-gce-readme-topologies", "gce-parameter-unknown"),
            Map.entry("sc-gce-hdt-rwx", "claim-access-mode-refused"),
            Map.entry("sc-gce-zone-param", "gce-parameter-unknown"),
            Map.entry("sc-efs-no-mode", "efs-parameter-missing"),
            Map.entry("sc-efs-bad-mode", "efs-parameter-invalid"),
            Map.entry("sc-efs-gid-range", "efs-parameter-invalid"),
            Map.entry("sc-efs-gid-order", "efs-parameter-invalid"),
            Map.entry("sc-efs-uid-neg", "efs-parameter-invalid"),
            Map.entry("sc-efs-bool", "efs-parameter-invalid"),
            Map.entry("sc-vs-intree-key", "vsphere-parameter-unknown"),
            Map.entry("sc-cinder-unknown-ignored", "cinder-parameter-ignored"),
            Map.entry("sc-do-params-ignored", "digitalocean-parameter-ignored"),
            Map.entry("sc-localpath-rwx", "claim-access-mode-refused"),
            Map.entry("sc-localpath-immediate", "local-path-without-node"),
            Map.entry("sc-localpath-pattern", "local-path-pattern-refused"),
            Map.entry("sc-intree-ebs", "class-provisioner-in-tree"),
            Map.entry("sc-intree-ebs-zone-topology", "in-tree-zones-twice"),
            Map.entry("sc-intree-vsphere-vsan", "in-tree-vsphere-refused"),
            Map.entry("sc-intree-cinder", "class-provisioner-in-tree"));

    @Test
    void what_was_accepted_and_did_not_work_is_found_by_its_rule() throws IOException {
        List<String> differences = new ArrayList<>();
        int cases = 0;
        for (String line : lines()) {
            JsonNode recorded = JSON.readTree(line);
            String id = recorded.get("id").asText();
            if (!NOT_IN_THE_DOCUMENTS.containsKey(id)) {
                cases++;
                List<String> found = rulesThatFind(recorded);
                if (!found.contains(FOUND_BY.getOrDefault(id, "no rule is named for it"))) {
                    differences.add(id + " is found by " + found + " instead of " + FOUND_BY.get(id));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(cases).isEqualTo(FOUND_BY.size());
    }

    private static String claim(String name) {
        return "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: %s}, spec: {accessModes: [ReadWriteOnce]}}"
                .formatted(name);
    }

    private static String sharedClaim(String storageClass, String volumeMode) {
        return """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: shared}
                spec: {storageClassName: %s, volumeMode: %s, accessModes: [ReadWriteMany]}
                """.formatted(storageClass, volumeMode);
    }

    /** Three pods that wait for each other by name. */
    private static String statefulSet(String service) {
        return """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: web}
                spec:
                  serviceName: %s
                  replicas: 3
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                        - {name: c, args: [--join=web-0.%s], readinessProbe: {exec: {command: [joined]}}}
                """.formatted(service, service);
    }

    /** The StorageClass of the recorded claims existed in the cluster, without volumes. */
    private static List<String> rulesThatFind(JsonNode recorded) throws IOException {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add((HasMetadata) JSON.treeToValue(recorded.get("document"), KubernetesResource.class));
        List<String> standing = new ArrayList<>();
        recorded.path("setup").forEach(setup -> standing.add(setup.asText()));
        Stream.ofNullable(BESIDE.get(recorded.get("id").asText())).forEach(standing::add);
        for (String yaml : standing) {
            List<HasMetadata> beside = Documents.read(yaml);
            beside.forEach(object -> object.getMetadata()
                    .setNamespace(objects.get(0).getMetadata().getNamespace()));
            objects.addAll(beside);
        }
        return LintRules.check(
                        objects,
                        Set.of(new ExistingObject("StorageClass", "manual")),
                        List.of(),
                        KubernetesVersion.recorded())
                .stream()
                .map(finding -> finding.rule().id())
                .toList();
    }

    private static List<String> lines() throws IOException {
        var resource =
                Objects.requireNonNull(LintOracleTest.class.getResourceAsStream("/oracle/accepted-but-broken.jsonl"));
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
