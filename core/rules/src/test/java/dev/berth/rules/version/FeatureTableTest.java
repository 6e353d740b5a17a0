package dev.berth.rules.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.server.VersionRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks every row of the table with a field and a value that need it: reported for each version that lacks it, and for
 * no other.
 *
 * <p>The last column lists the versions in which it is switched on, off, on … by default; it is empty if no version
 * that can be a target has it. The source of each is stated in the table itself.
 */
class FeatureTableTest {

    private static final List<KubernetesVersion> VERSIONS = Stream.concat(
                    KubernetesVersion.supported().stream(),
                    Stream.of("1.34.9", "1.35.0", "1.35.3", "1.35.4", "1.36.0", "1.37.0")
                            .map(KubernetesVersion::of))
            .toList();

    private static final String NEEDED = """
            StatefulSet | spec.updateStrategy.rollingUpdate.maxUnavailable | 2 | 35 35.4 37
            StatefulSet | spec.volumeClaimTemplates[0].spec.volumeAttributesClassName | gold | 34
            StatefulSet | spec.volumeClaimTemplates[0].spec.dataSourceRef.namespace | other |
            PersistentVolumeClaim | spec.volumeAttributesClassName | gold | 34
            PersistentVolumeClaim | spec.dataSourceRef.namespace | other |
            PersistentVolume | spec.volumeAttributesClassName | gold | 34
            PersistentVolume | spec.glusterfs | {} |
            PersistentVolume | spec.cephfs | {} | 0 31
            PersistentVolume | spec.rbd | {} | 0 31
            PersistentVolume | spec.quobyte | {} |
            PersistentVolume | spec.scaleIO | {} |
            StorageClass | provisioner | kubernetes.io/glusterfs |
            StorageClass | provisioner | kubernetes.io/rbd | 0 31
            StorageClass | provisioner | kubernetes.io/storageos |
            StorageClass | provisioner | kubernetes.io/scaleio |
            Service | spec.trafficDistribution | PreferClose | 31
            Service | spec.trafficDistribution | PreferSameZone | 34
            Service | spec.trafficDistribution | PreferSameNode | 34
            Service | metadata.name | 1st | 36
            Job | spec.backoffLimitPerIndex | 1 | 29
            Job | spec.maxFailedIndexes | 1 | 29
            Job | spec.podReplacementPolicy | Failed | 29
            Job | spec.successPolicy | {} | 31
            Job | spec.managedBy | example.com/x | 32
            Job | spec.podFailurePolicy.rules[0].action | FailIndex | 29
            CronJob | spec.jobTemplate.spec.backoffLimitPerIndex | 1 | 29
            CronJob | spec.jobTemplate.spec.podReplacementPolicy | Failed | 29
            CronJob | spec.jobTemplate.spec.successPolicy | {} | 31
            CronJob | spec.jobTemplate.spec.managedBy | example.com/x | 32
            CronJob | spec.jobTemplate.spec.podFailurePolicy.rules[0].action | FailIndex | 29
            CronJob | spec.jobTemplate.spec.template.spec.hostUsers | false | 33
            Deployment | spec.template.spec.hostUsers | false | 33
            Pod | spec.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSourceRef.namespace | other |
            Pod | spec.volumes[0].ephemeral.volumeClaimTemplate.spec.volumeAttributesClassName | gold | 34
            Pod | spec.initContainers[0].restartPolicy | Always | 29
            Pod | spec.initContainers[0].restartPolicy | OnFailure | 35
            Pod | spec.containers[0].restartPolicy | Never | 35
            Pod | spec.containers[0].restartPolicyRules[0] | {action: Restart} | 35
            Pod | spec.initContainers[0].restartPolicyRules[0] | {action: Restart} | 35
            Pod | spec.containers[0].restartPolicyRules[0].action | RestartAllContainers | 36
            Pod | spec.containers[0].resizePolicy[0] | {resourceName: cpu} | 33
            Pod | spec.containers[0].lifecycle.preStop.sleep.seconds | 5 | 30
            Pod | spec.initContainers[0].lifecycle.postStart.sleep.seconds | 5 | 30
            Pod | spec.containers[0].lifecycle.preStop.sleep.seconds | 0 | 33
            Pod | spec.containers[0].lifecycle.stopSignal | SIGINT |
            Pod | spec.containers[0].volumeMounts[0].recursiveReadOnly | Enabled | 31
            Pod | spec.containers[0].env[0].valueFrom.fileKeyRef | {} | 35
            Pod | spec.containers[0].env[0].valueFrom.fieldRef.fieldPath | metadata.labels['apps.kubernetes.io/pod-index'] | 28
            Pod | spec.volumes[0].downwardAPI.items[0].fieldRef.fieldPath | metadata.labels['apps.kubernetes.io/pod-index'] | 28
            Pod | spec.volumes[0].projected.sources[0].downwardAPI.items[0].fieldRef.fieldPath | metadata.labels['apps.kubernetes.io/pod-index'] | 28
            Pod | spec.containers[0].env[0].name | 1_KEY | 32
            Pod | spec.containers[0].envFrom[0].prefix | 1_ | 32
            Pod | spec.containers[0].securityContext.appArmorProfile | {} | 30
            Pod | spec.containers[0].securityContext.procMount | Unmasked | 33
            Pod | spec.containers[0].resources.claims[0] | {name: gpu} | 34
            Pod | spec.resourceClaims[0] | {name: gpu} | 34
            Pod | spec.resources.limits.cpu | 1 | 34
            Pod | spec.hostUsers | false | 33
            Pod | spec.hostnameOverride | a.b | 35
            Pod | spec.securityContext.appArmorProfile | {} | 30
            Pod | spec.securityContext.supplementalGroupsPolicy | Strict | 33
            Pod | spec.securityContext.seLinuxChangePolicy | Recursive | 33
            Pod | spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys[0] | a | 31
            Pod | spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.mismatchLabelKeys[0] | a | 31
            Pod | spec.dnsConfig.searches[0] | _tcp.example.com | 33
            Pod | spec.dnsConfig.searches[0] | . | 33
            Pod | spec.tolerations[0].operator | Gt |
            Pod | spec.schedulingGroup | {} |
            Pod | spec.volumes[0].image | {} | 35
            Pod | spec.volumes[0].projected.sources[0].clusterTrustBundle | {} | 37
            Pod | spec.volumes[0].projected.sources[0].podCertificate | {} | 37
            Pod | spec.volumes[0].gitRepo | {} | 0 33
            Pod | spec.volumes[0].glusterfs | {} |
            Pod | spec.volumes[0].cephfs | {} | 0 31
            Pod | spec.volumes[0].rbd | {} | 0 31
            Pod | spec.volumes[0].flocker | {} |
            Pod | spec.volumes[0].scaleIO | {} |
            """;

    private static final String ALWAYS_THERE = """
            Pod | spec.hostUsers | true
            Pod | spec.containers[0].env[0].name | a.B-c_1
            Pod | spec.containers[0].securityContext.procMount | Default
            Pod | spec.containers[0].lifecycle.preStop.exec | {}
            Pod | spec.dnsConfig.searches[0] | example.com
            Pod | spec.tolerations[0].operator | Exists
            Pod | spec.topologySpreadConstraints[0].nodeTaintsPolicy | Honor
            Pod | spec.topologySpreadConstraints[0].minDomains | 2
            Pod | spec.topologySpreadConstraints[0].matchLabelKeys[0] | a
            Pod | spec.schedulingGates[0] | {name: a}
            Service | spec.trafficDistribution | Whatever
            Service | metadata.name | first
            Job | spec.podFailurePolicy.rules[0].action | Ignore
            StorageClass | provisioner | ebs.csi.aws.com
            StatefulSet | spec.ordinals.start | 3
            StatefulSet | spec.persistentVolumeClaimRetentionPolicy.whenDeleted | Delete
            StatefulSet | spec.volumeClaimTemplates[0].spec.accessModes[0] | ReadWriteOncePod
            PersistentVolumeClaim | spec.accessModes[0] | ReadWriteOncePod
            PersistentVolume | spec.accessModes[0] | ReadWriteOncePod
            PersistentVolume | spec.csi.nodeExpandSecretRef | {}
            PodDisruptionBudget | spec.unhealthyPodEvictionPolicy | AlwaysAllow
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = NEEDED)
    void it_is_found_in_each_version_that_lacks_it_and_in_no_other(
            String kind, String field, String value, String switched) throws JsonProcessingException {
        for (KubernetesVersion version : VERSIONS) {
            boolean there = isOnIn(version, switched);
            List<String> found = fields(kind, field, value, version);
            assertThat(found).as("%s", version).allMatch(field::startsWith);
            assertThat(found.isEmpty()).as("%s has it: %s", version, found).isEqualTo(there);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ALWAYS_THERE)
    void what_every_version_has_is_never_reported(String kind, String field, String value)
            throws JsonProcessingException {
        for (KubernetesVersion version : VERSIONS) {
            assertThat(fields(kind, field, value, version)).isEmpty();
        }
    }

    @Test
    void every_row_is_tested_here() throws JsonProcessingException {
        Set<String> told = new TreeSet<>();
        for (String line : NEEDED.lines().toList()) {
            String[] columns = line.split("\\|", -1);
            for (KubernetesVersion version : VERSIONS) {
                findings(columns[0].strip(), columns[1].strip(), columns[2].strip(), version)
                        .forEach(finding -> told.add(finding.message().replaceFirst("^\"[^\"]*\": ", "")));
            }
        }
        for (KubernetesVersion version : VERSIONS) {
            assertThat(Feature.absentIn(version))
                    .extracting(feature -> feature.absence(version))
                    .isSubsetOf(told);
        }
    }

    /** It is on if it was switched an odd number of times. */
    private static boolean isOnIn(KubernetesVersion version, String switched) {
        return switched != null
                && Arrays.stream(switched.split(" ", -1))
                                        .filter(at -> number(at, 0)
                                                <= number(version.toString().substring("1.".length()), 999))
                                        .count()
                                % 2
                        == 1;
    }

    private static int number(String version, int withoutPatch) {
        String[] parts = version.split("\\.", -1);
        return Integer.parseInt(parts[0]) * 1000 + (parts.length > 1 ? Integer.parseInt(parts[1]) : withoutPatch);
    }

    private static List<String> fields(String kind, String field, String value, KubernetesVersion version)
            throws JsonProcessingException {
        return findings(kind, field, value, version).stream()
                .map(Finding::field)
                .toList();
    }

    private static List<Finding> findings(String kind, String field, String value, KubernetesVersion version)
            throws JsonProcessingException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", "any").put("kind", kind);
        put(object, new ArrayList<>(List.of(field.replace("[0]", ".[0]").split("\\.", -1))), value);
        return VersionRules.check(ManifestReader.of(object), version);
    }

    private static void put(JsonNode parent, List<String> steps, String value) throws JsonProcessingException {
        String step = steps.remove(0);
        JsonNode child = steps.isEmpty()
                ? new YAMLMapper().readTree(value)
                : steps.get(0).equals("[0]")
                        ? JsonNodeFactory.instance.arrayNode()
                        : JsonNodeFactory.instance.objectNode();
        if (parent instanceof ObjectNode object) {
            object.set(step, child);
        } else {
            ((ArrayNode) parent).add(child);
        }
        if (!steps.isEmpty()) {
            put(child, steps, value);
        }
    }
}
