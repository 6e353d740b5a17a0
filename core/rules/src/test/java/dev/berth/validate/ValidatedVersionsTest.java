package dev.berth.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version of Kubernetes decides what is served, and what goes wrong. */
class ValidatedVersionsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path directory;

    private final List<String> lines = new ArrayList<>();

    @Test
    void api_versions_that_are_not_served_are_reported_for_removed_kinds_too() throws IOException {
        Files.writeString(
                directory.resolve("pdb.yaml"),
                "{apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: {name: b}}\n");
        ValidationLines.of(directory, Map.of("kubernetesVersion", "1.30"), List.of(), lines::add);
        assertThat(lines)
                .contains("pdb.yaml:1: error: PodDisruptionBudget \"b\": apiVersion: Kubernetes 1.30 does not"
                        + " serve PodDisruptionBudget of policy/v1beta1: it was removed in 1.25. Use policy/v1."
                        + " (api-version-not-in-version)");
    }

    @Test
    void a_kind_that_1_37_serves_is_an_error_before_and_none_since() throws IOException {
        Files.writeString(
                directory.resolve("trust.yaml"),
                "{apiVersion: certificates.k8s.io/v1, kind: ClusterTrustBundle, metadata: {name: ca}, spec: {trustBundle: x}}\n");
        assertThat(ValidationLines.of(directory, Map.of("kubernetesVersion", "1.36"), List.of(), lines::add))
                .isPresent();
        assertThat(lines)
                .contains("trust.yaml:1: error: ClusterTrustBundle \"ca\": apiVersion: Kubernetes 1.36 does not serve"
                        + " ClusterTrustBundle of certificates.k8s.io/v1: it was added in 1.37. Use"
                        + " certificates.k8s.io/v1beta1, or a newer version. (api-version-not-in-version)");
        assertThat(ValidationLines.of(directory, Map.of("kubernetesVersion", "1.37"), List.of(), lines::add))
                .isEmpty();
    }

    @Test
    void pods_with_different_se_linux_labels_are_a_risk_since_1_37_if_the_driver_mounts_with_a_label()
            throws IOException {
        String pod = """
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: %1$s}, spec: {
                  securityContext: {seLinuxOptions: {level: "%2$s"}},
                  containers: [{name: c, image: "c:1", volumeMounts: [{name: v, mountPath: /v}]}],
                  volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]}}
                """;
        String objects = """
                {apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: f.example.com}, spec: {seLinuxMount: true}}
                ---
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: f}, provisioner: f.example.com,
                 reclaimPolicy: Retain, volumeBindingMode: WaitForFirstConsumer}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c},
                 spec: {accessModes: [ReadWriteMany], storageClassName: f, resources: {requests: {storage: 1Gi}}}}
                """ + pod.formatted("a", "s0:c1,c2") + pod.formatted("b", "s0:c3,c4");
        Files.writeString(directory.resolve("all.yaml"), objects);
        assertThat(found(directory, "1.37"))
                .containsExactly("all.yaml:17: warning: Pod \"b\":"
                        + " spec.volumes[0].persistentVolumeClaim.claimName: Claim \"c\" is mounted with the SELinux label"
                        + " s0:c3,c4, and Pod \"a\" mounts it with the SELinux label s0:c1,c2. On a node with SELinux, while"
                        + " a pod of one runs, a pod of the other stays in ContainerCreating. Use the same label in both, or"
                        + " seLinuxChangePolicy: Recursive in both, or a claim for each. (selinux-labels-differ)");
        assertThat(found(directory, "1.36")).isEmpty();

        Files.writeString(directory.resolve("all.yaml"), objects.replace("seLinuxMount: true", "seLinuxMount: false"));
        assertThat(found(directory, "1.37")).isEmpty();
    }

    /** The lines about this rule. */
    private static List<String> found(Path of, String version) {
        List<String> found = new ArrayList<>();
        ValidationLines.of(of, Map.of("kubernetesVersion", version), List.of(), found::add);
        return found.stream()
                .filter(line -> line.contains("(selinux-labels-differ)"))
                .toList();
    }

    @Test
    void a_version_that_cannot_be_a_target_is_refused() {
        assertThat(ValidationLines.of(directory, Map.of("kubernetesVersion", "2.0"), List.of(), lines::add))
                .hasValueSatisfying(
                        message -> assertThat(message).startsWith("KubernetesVersion: Invalid value: \"2.0\""));
        assertThat(lines).isEmpty();
    }
}
