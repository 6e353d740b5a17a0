package dev.berth.rules.pod;

import dev.berth.rules.ClusterFacts;
import dev.berth.rules.PodSecurityLevel;
import dev.berth.rules.server.Expectation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PodRulesTest {
    @Test
    void a_pod_must_have_a_container() {
        Expectation.of("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {}}")
                .finds("containers FieldValueRequired spec.containers");
    }

    @Test
    void a_hostname_must_be_a_dns_label() {
        Expectation.ofPod("hostname: a.b\nsubdomain: Sub_")
                .finds("hostname FieldValueInvalid spec.hostname", "hostname FieldValueInvalid spec.subdomain");
    }

    @Test
    void dns_policy_none_requires_a_dns_config() {
        Expectation.ofPod("dnsPolicy: None").finds("dns-config-needed FieldValueRequired spec.dnsConfig");
    }

    @Test
    void a_toleration_must_be_consistent() {
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
    void pod_anti_affinity_requires_a_topology_key() {
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
    void a_spread_constraint_requires_a_skew_and_an_action() {
        Expectation.ofPod("topologySpreadConstraints: [{maxSkew: 0, topologyKey: zone, whenUnsatisfiable: Ignore}]")
                .finds(
                        "spread-max-skew FieldValueInvalid spec.topologySpreadConstraints[0].maxSkew",
                        "spread-when-unsatisfiable FieldValueNotSupported"
                                + " spec.topologySpreadConstraints[0].whenUnsatisfiable");
    }

    @Test
    void ids_must_not_be_negative_and_profiles_must_be_complete() {
        Expectation.ofPod(
                        "securityContext: {fsGroup: -1, seccompProfile: {type: Localhost}, fsGroupChangePolicy: Never}")
                .finds(
                        "user-or-group-id FieldValueInvalid spec.securityContext.fsGroup",
                        "seccomp-profile FieldValueRequired spec.securityContext.seccompProfile.localhostProfile",
                        "fs-group-change-policy FieldValueNotSupported spec.securityContext.fsGroupChangePolicy");
    }

    @Test
    void a_privileged_container_requires_a_server_that_allows_it() {
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
    void a_container_requests_each_resource_claim_only_once() {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  resourceClaims: [{name: a, resourceClaimName: x}]
                  containers: [{name: c, image: "nginx:1.27", resources: {claims: [%s]}}]
                """;
        Expectation.of(pod.formatted("{name: a, request: r}, {name: a, request: s}"))
                .isAccepted();
        Expectation.of(pod.formatted("{name: a, request: r}, {name: a}, {name: a, request: A}"))
                .finds(
                        "resource-claim-name FieldValueDuplicate spec.containers[0].resources.claims[1]",
                        "resource-claim-name FieldValueDuplicate spec.containers[0].resources.claims[2]");
    }

    @Test
    void an_ephemeral_container_must_not_request_resource_claims() {
        Expectation.ofPod("""
                        resourceClaims: [{name: a, resourceClaimName: x}]
                        ephemeralContainers: [{name: e, image: busybox, resources: {claims: [{name: a}]}}]
                        """)
                .finds(
                        "ephemeral-containers FieldValueForbidden spec.ephemeralContainers",
                        "ephemeral-field FieldValueForbidden spec.ephemeralContainers[0].resources");
    }

    @Test
    void ephemeral_containers_are_refused_on_create() {
        Expectation.ofPod("ephemeralContainers: [{name: e, image: busybox}]")
                .finds("ephemeral-containers FieldValueForbidden spec.ephemeralContainers");
    }

    @Test
    void a_pod_must_name_an_existing_service_account_and_existing_classes() {
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
    void a_pod_must_meet_the_pod_security_level_of_its_namespace() {
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

    @Test
    void a_pod_with_limits_requests_the_total_of_its_containers() {
        Expectation.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  resources: {limits: {cpu: 2, memory: 1Gi}}
                  containers: [{name: c, image: nginx, resources: {requests: {cpu: 500m}}}]
                """).isAccepted();
        Expectation.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  resources: {limits: {cpu: 100m}}
                  containers: [{name: c, image: nginx, resources: {requests: {cpu: 500m}}}]
                """).finds("request-above-limit FieldValueInvalid spec.resources.requests");
    }

    @Test
    void the_priority_class_decides_whether_a_pod_preempts_others() {
        Expectation.ofPod("preemptionPolicy: Never").finds("preemption-computed Forbidden spec.preemptionPolicy");
        Expectation.ofPod("preemptionPolicy: PreemptLowerPriority").isAccepted();
        Expectation.of(
                        Expectation.pod("preemptionPolicy: Never\npriorityClassName: mine"),
                        ClusterFacts.defaults().withPriorityClasses(Set.of("mine")))
                .isAccepted();
    }

    @Test
    void an_overhead_comes_from_a_runtime_class() {
        Expectation.ofPod("overhead: {cpu: 100m}").finds("overhead-of-runtime-class Forbidden spec.overhead");
        Expectation.of(
                        Expectation.pod("overhead: {cpu: 100m}\nruntimeClassName: mine"),
                        ClusterFacts.defaults().withRuntimeClasses(Set.of("mine")))
                .isAccepted();
    }

    @Test
    void a_container_of_a_windows_pod_may_have_a_security_context() {
        Expectation.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  os: {name: windows}
                  containers:
                  - name: c
                    image: nginx
                    securityContext: {windowsOptions: {runAsUserName: ContainerUser}}
                """).isAccepted();
    }

    @Test
    void a_device_is_refused_in_a_pod_with_its_own_user_namespace() {
        Expectation.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  hostUsers: false
                  volumes: [{name: v, persistentVolumeClaim: {claimName: v}}]
                  containers: [{name: c, image: nginx, volumeDevices: [{name: v, devicePath: /dev/a}]}]
                """).finds("host-users FieldValueForbidden spec.containers[0].volumeDevices");
    }

    @Test
    void the_pod_deletion_cost_is_a_number_without_a_plus_sign() {
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p, annotations:"
                + " {controller.kubernetes.io/pod-deletion-cost: '%s'}}, spec: {containers: [{name: c, image: i}]}}";
        for (String cost : new String[] {"0", "-0", "-05", "2147483647", "-2147483648"}) {
            Expectation.of(pod.formatted(cost)).isAccepted();
        }
        for (String cost : new String[] {"", "+1", "01", "2147483648", "1.5", "x"}) {
            Expectation.of(pod.formatted(cost))
                    .finds("pod-deletion-cost FieldValueInvalid"
                            + " metadata.annotations[controller.kubernetes.io/pod-deletion-cost]");
        }
    }

    @Test
    void a_pod_with_its_own_resources_gets_the_huge_pages_of_its_containers() {
        Expectation.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  resources: {requests: {cpu: 2}, limits: {cpu: 3}}
                  containers:
                  - {name: c, image: "nginx:1.27", resources: {limits: {cpu: 1, hugepages-2Mi: 4Mi}}}
                """).isAccepted();
    }

    @Test
    void lengths_are_counted_in_bytes() {
        Expectation.ofPod("securityContext: {appArmorProfile: {type: Localhost, localhostProfile: " + "ü".repeat(2048)
                        + "}}")
                .finds("app-armor-profile FieldValueTooLong spec.securityContext.appArmorProfile.localhostProfile");
        Expectation.ofPod("os: {name: windows}\nsecurityContext: {windowsOptions: {runAsUserName: " + "ü".repeat(53)
                        + "}}")
                .finds("windows-user FieldValueInvalid spec.securityContext.windowsOptions.runAsUserName");
    }

    @Test
    void tolerations_in_an_annotation_are_checked_like_others() {
        String annotation = "scheduler.alpha.kubernetes.io/tolerations";
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {" + annotation
                + ": '%s'}}, spec: {containers: [{name: c, image: i}]}}";
        for (String taken : List.of(
                "", "null", "[]", "[{\"key\": \"a\", \"KEY\": \"b\", \"x\": 1}]", "[{\"operator\": \"Exists\"}]")) {
            Expectation.of(pod.formatted(taken)).isAccepted();
        }
        Expectation.of(pod.formatted("[null]"))
                .finds("toleration-operator FieldValueInvalid metadata.annotations." + annotation + "[0].operator");
        for (String unread : List.of("{}", "[1]", "x", "[] []", "[{\"key\": 1}]", "[{\"tolerationSeconds\": 1.5}]")) {
            Expectation.of(pod.formatted(unread)).finds("toleration-annotation FieldValueInvalid metadata.annotations");
        }
        Expectation.of(pod.formatted("[{\"key\": \"a b\", \"effect\": \"Never\"}]"))
                .finds(
                        "label-key FieldValueInvalid metadata.annotations." + annotation + "[0].key",
                        "toleration-effect FieldValueNotSupported metadata.annotations." + annotation + "[0].effect");
    }
}
