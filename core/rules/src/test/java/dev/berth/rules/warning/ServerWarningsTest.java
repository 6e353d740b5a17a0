package dev.berth.rules.warning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerWarningsTest {

    private static List<String> of(String document) {
        ManifestDocument read = ManifestReader.read(document).get(0);
        List<Finding> found = ServerWarnings.onCreation(
                read.tree().<JsonNode>map(tree -> tree).orElseGet(() -> read.written()
                        .orElseThrow()));
        assertThat(found).allMatch(finding -> finding.level() == Level.WARNING);
        return found.stream().map(Finding::toString).toList();
    }

    private static List<String> ofPod(String spec) {
        return of("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {" + spec + "}}");
    }

    private static List<String> ofContainer(String fields) {
        return ofPod("containers: [{name: c, image: \"c:1\", " + fields + "}]");
    }

    private static void check(List<String> found, @Nullable String expected) {
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resources: {requests: {memory: 512Mi}} |",
                "resources: {requests: {cpu: 500m}} |",
                "resources: {requests: {memory: 512m}} | spec.containers[0].resources.requests[memory]: 512m is not a whole number"
                        + " of bytes. Write M for megabytes or Mi for mebibytes; m means thousandths. (fraction-of-a-byte)",
                "env: [{name: A, value: a}, {name: B, value: $(A)}] |",
                "env: [{name: A, value: a}, {name: A, value: $(A):b}] |",
                "env: [{name: A, value: a}, {name: A, value: b}] | spec.containers[0].env[1]: It hides the earlier variable A, and"
                        + " server-side apply refuses two with the same name. Remove one of them. (env-hidden)",
                "ports: [{containerPort: 80}, {containerPort: 80, protocol: UDP}] |",
                "ports: [{containerPort: 80, name: a}, {containerPort: 80, name: b}] | spec.containers[0].ports[1]: Port 80/TCP is a"
                        + " duplicate of spec.containers[0].ports[0]. Remove one of them. (container-port-twice)",
                "ports: [{containerPort: 80, hostPort: 80}, {containerPort: 80}] | spec.containers[0].ports[1]: Port 80/TCP"
                        + " overlaps with spec.containers[0].ports[0]. Remove one of them. (container-port-twice)",
                "ports: [{containerPort: 80, hostIP: 192.0.2.1}] | spec.containers[0].ports[0]: Without a hostPort, hostIP has no"
                        + " effect. Set hostPort, or remove hostIP. (host-ip-without-port)"
            })
    void of_containers(String fields, String expected) {
        check(ofContainer(fields), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nodeSelector: {kubernetes.io/os: linux} |",
                "nodeSelector: {beta.kubernetes.io/os: linux} | spec.nodeSelector[beta.kubernetes.io/os]: The node label"
                        + " beta.kubernetes.io/os is deprecated. Use kubernetes.io/os. (node-label-deprecated)",
                "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, labelSelector: {}}] |",
                "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone}] |"
                        + " spec.topologySpreadConstraints[0].labelSelector: Without a labelSelector, the term matches no pod and has"
                        + " no effect. Select the labels of the pods. (selector-matches-no-pod)",
                "terminationGracePeriodSeconds: -1 | spec.terminationGracePeriodSeconds: A negative grace period counts as one"
                        + " second. Set it to the number of seconds that the containers need to stop. (grace-period-negative)",
                "hostAliases: [{ip: 192.0.2.1}, {ip: 192.0.2.1}] | spec.hostAliases[1].ip: 192.0.2.1 has an entry already. Add the"
                        + " names to that entry. (host-alias-twice)",
                "dnsConfig: {nameservers: ['2001:DB8::1']} | spec.dnsConfig.nameservers[0]: \"2001:DB8::1\" is not the usual form of"
                        + " this address. Write 2001:db8::1. (ip-address-form)",
                "imagePullSecrets: [{name: a}, {name: a}] | spec.imagePullSecrets[1].name: \"a\" is a duplicate. Remove one of them."
                        + " (pull-secret-twice)",
                "volumes: [{name: v, rbd: {image: a}}] | spec.volumes[0].rbd: Kubernetes no longer supports this type of volume. Use"
                        + " a CSI driver, or another type. (volume-type-removed)",
                "volumes: [{name: v, configMap: {name: m, items: [{key: a, path: x}, {key: b, path: xy}]}}] |",
                "volumes: [{name: v, configMap: {name: m, items: [{key: a, path: x}, {key: b, path: x/y}]}}] | Volume \"v\": the"
                        + " paths \"x/y\" and \"x\" overlap, so one file hides the other or the pod does not start. Use paths"
                        + " that do not contain each other. (volume-paths-overlap)"
            })
    void of_pods(String spec, String expected) {
        check(ofPod(spec), expected);
    }

    @Test
    void a_pod_has_the_same_warnings_in_a_template_at_their_own_paths() {
        assertThat(of("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: nightly.job}
                spec:
                  jobTemplate:
                    spec:
                      template:
                        metadata: {annotations: {scheduler.alpha.kubernetes.io/critical-pod: ""}}
                        spec: {containers: [{name: c, image: "c:1", resources: {limits: {memory: 512m}}}]}
                """))
                .containsExactly(
                        "metadata.name: The name is also used for the host names of the pods, but as a DNS label it must be"
                                + " lower-case letters, digits and '-' only, without dots. Use a name of at most 63"
                                + " characters without dots. (pod-name-with-dots)",
                        "spec.jobTemplate.spec.template.metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]:"
                                + " This annotation no longer has any effect. Use priorityClassName."
                                + " (pod-annotation-ignored)",
                        "spec.jobTemplate.spec.template.spec.containers[0].resources.limits[memory]: 512m is not a whole"
                                + " number of bytes. Write M for megabytes or Mi for mebibytes; m means thousandths."
                                + " (fraction-of-a-byte)");
    }

    @Test
    void a_limit_is_also_the_request_of_a_pod_but_not_of_a_template() {
        assertThat(ofContainer("resources: {limits: {memory: 512m}}"))
                .extracting(text -> text.substring(0, text.indexOf(':')))
                .containsExactly(
                        "spec.containers[0].resources.limits[memory]", "spec.containers[0].resources.requests[memory]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: LoadBalancer, loadBalancerIP: 192.0.2.1 |",
                "clusterIP: None, sessionAffinity: ClientIP | spec.SessionAffinity: The field has no effect with a headless Service."
                        + " Remove it. (service-field-ignored)",
                "externalName: db.example | spec.externalName: The field has no effect with a type other than ExternalName. Remove"
                        + " it. (service-field-ignored)",
                "externalIPs: [192.0.2.1] | spec.externalIPs: The field is deprecated, and some clusters ignore it. Use a load"
                        + " balancer or an Ingress. (external-ips-deprecated)",
                "trafficDistribution: PreferClose | spec.trafficDistribution: PreferClose is deprecated. Use PreferSameZone, which"
                        + " means the same. (traffic-distribution-deprecated)"
            })
    void of_services(String spec, String expected) {
        check(
                of("{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {ports: [{port: 80}], " + spec + "}}"),
                expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1, kind: PersistentVolume, spec: {persistentVolumeReclaimPolicy: Recycle} |"
                        + " spec.persistentVolumeReclaimPolicy: Recycle is deprecated. It deletes all files when the claim is deleted."
                        + " Set Retain, or provision volumes with a StorageClass. (recycle-deprecated)",
                "v1, kind: PersistentVolumeClaim, spec: {resources: {requests: {storage: 1500m}}} |"
                        + " spec.resources.requests[storage]: 1500m is not a whole number of bytes. Write M for megabytes or Mi for"
                        + " mebibytes; m means thousandths. (fraction-of-a-byte)",
                "v1, kind: ResourceQuota, spec: {hard: {requests.cpu: 2, limits.cpu: 1}} |"
                        + " The quota for requests.cpu is above that for limits.cpu, so it is never reached. Lower it, or raise"
                        + " limits.cpu. (quota-request-above-limit)",
                "v1, kind: Secret, type: kubernetes.io/tls, stringData: {tls.crt: a, tls.key: b} |"
                        + " tls.crt has no certificate in PEM form. Correct it: programs cannot use this Secret. (tls-key-pair)",
                "v1, kind: Endpoints | v1 Endpoints is deprecated. Use EndpointSlice of discovery.k8s.io/v1. (api-deprecated)",
                "discovery.k8s.io/v1, kind: EndpointSlice, addressType: FQDN |"
                        + " spec.addressType: The address type FQDN is deprecated. Use IPv4 or IPv6. (endpoint-domain-name)",
                "storage.k8s.io/v1, kind: CSIDriver, spec: {tokenRequests: [{audience: a}]} |"
                        + " spec.serviceAccountTokenInSecrets: Without this field, the driver gets tokens in the volume attributes,"
                        + " which it may log. Set it to true if the driver supports it. (csi-driver-token-in-attributes)",
                "apps/v1, kind: StatefulSet, spec: {revisionHistoryLimit: -1} |"
                        + " spec.revisionHistoryLimit: With a negative limit, no revision is ever deleted. Set it to 0 or more."
                        + " (revision-history-unlimited)",
                "example.com/v1, kind: Anything |"
            })
    void of_other_kinds(String object, String expected) {
        check(of("{metadata: {name: a}, apiVersion: " + object + "}"), expected);
    }

    @Test
    void an_ingress_class_in_an_annotation_is_deprecated_unless_the_field_is_set_too() {
        String ingress = "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, annotations:"
                + " {kubernetes.io/ingress.class: nginx}}, spec: {%s}}";
        check(of(ingress.formatted("ingressClassName: nginx")), null);
        check(
                of(ingress.formatted("")),
                "The annotation kubernetes.io/ingress.class is deprecated. Use spec.ingressClassName."
                        + " (ingress-class-annotation)");
    }
}
