package dev.berth.rules.server;

import dev.berth.rules.ClusterFacts;
import dev.berth.rules.PodSecurityLevel;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PodRulesTest {
    @Test
    void a_pod_has_a_container() {
        Expectation.of("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {}}")
                .finds("containers FieldValueRequired spec.containers");
    }

    @Test
    void a_hostname_is_a_label() {
        Expectation.ofPod("hostname: a.b\nsubdomain: Sub_")
                .finds("hostname FieldValueInvalid spec.hostname", "hostname FieldValueInvalid spec.subdomain");
    }

    @Test
    void a_dns_policy_of_none_needs_a_configuration() {
        Expectation.ofPod("dnsPolicy: None").finds("dns-config-needed FieldValueRequired spec.dnsConfig");
    }

    @Test
    void a_toleration_says_what_it_means() {
        Expectation.ofPod("""
                tolerations:
                - {operator: Exists, key: a, value: v}
                - {operator: In, key: a}
                - {operator: Exists, effect: NoRun}
                - {key: a, effect: NoSchedule, tolerationSeconds: 1}
                """)
                .finds(
                        "toleration-operator FieldValueInvalid spec.tolerations[0].operator",
                        "toleration-operator FieldValueNotSupported spec.tolerations[1].operator",
                        "toleration-effect FieldValueNotSupported spec.tolerations[2].effect",
                        "toleration-seconds FieldValueInvalid spec.tolerations[3].effect");
    }

    @Test
    void pods_are_kept_apart_in_some_topology() {
        Expectation.ofPod("""
                affinity:
                  podAntiAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchLabels: {a: b}}}]
                """)
                .finds(
                        "affinity-topology-key FieldValueRequired spec.affinity.podAntiAffinity"
                                + ".requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey",
                        "label-key FieldValueInvalid spec.affinity.podAntiAffinity"
                                + ".requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey");
    }

    @Test
    void a_spread_has_a_skew_and_an_action() {
        Expectation.ofPod("topologySpreadConstraints: [{maxSkew: 0, topologyKey: zone, whenUnsatisfiable: Ignore}]")
                .finds(
                        "spread-max-skew FieldValueInvalid spec.topologySpreadConstraints[0].maxSkew",
                        "spread-when-unsatisfiable FieldValueNotSupported"
                                + " spec.topologySpreadConstraints[0].whenUnsatisfiable");
    }

    @Test
    void ids_are_not_negative_and_profiles_are_complete() {
        Expectation.ofPod(
                        "securityContext: {fsGroup: -1, seccompProfile: {type: Localhost}, fsGroupChangePolicy: Never}")
                .finds(
                        "user-or-group-id FieldValueInvalid spec.securityContext.fsGroup",
                        "seccomp-profile FieldValueRequired spec.securityContext.seccompProfile.localhostProfile",
                        "fs-group-change-policy FieldValueNotSupported spec.securityContext.fsGroupChangePolicy");
    }

    @Test
    void a_privileged_container_needs_a_server_that_allows_it() {
        String privileged = """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec: {containers: [{name: c, image: i, securityContext: {privileged: true}}]}
                """;
        Expectation.of(privileged)
                .finds("privileged FieldValueForbidden spec.containers[0].securityContext.privileged");
        Expectation.of(privileged, ClusterFacts.defaults().withPrivilegedAllowed(true))
                .isAccepted();
    }

    @Test
    void ephemeral_containers_are_not_there_from_the_start() {
        Expectation.ofPod("ephemeralContainers: [{name: e, image: busybox}]")
                .finds("ephemeral-containers FieldValueForbidden spec.ephemeralContainers");
    }

    @Test
    void a_pod_names_a_service_account_and_classes_that_exist() {
        Expectation.ofPod("serviceAccountName: nope").finds("service-account-exists Forbidden spec.serviceAccountName");
        Expectation.ofPod("priorityClassName: nope").finds("priority-class-exists Forbidden spec.priorityClassName");
        Expectation.ofPod("runtimeClassName: nope").finds("runtime-class-exists Forbidden spec.runtimeClassName");
        Expectation.ofPod("priority: 1000").finds("priority-computed Forbidden spec.priority");
        Expectation.of(
                        Expectation.pod("serviceAccountName: app"),
                        ClusterFacts.defaults().withServiceAccounts(Set.of("app")))
                .isAccepted();
    }

    @Test
    void a_namespace_asks_a_pod_for_its_security_level() {
        Expectation.of(
                        Expectation.pod("volumes: [{name: v, hostPath: {path: /data}}]"),
                        ClusterFacts.defaults().withPodSecurity(PodSecurityLevel.BASELINE))
                .finds("pod-security-host-path-volumes Forbidden spec.volumes[0].hostPath");
        Expectation.of(Expectation.pod(""), ClusterFacts.defaults().withPodSecurity(PodSecurityLevel.RESTRICTED))
                .finds(
                        "pod-security-run-as-non-root Forbidden spec.containers[0].securityContext.runAsNonRoot",
                        "pod-security-allow-privilege-escalation Forbidden"
                                + " spec.containers[0].securityContext.allowPrivilegeEscalation",
                        "pod-security-capabilities-restricted Forbidden spec.containers[0].securityContext.capabilities",
                        "pod-security-seccomp-profile-restricted Forbidden"
                                + " spec.containers[0].securityContext.seccompProfile.type");
    }
}
