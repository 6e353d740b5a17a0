package com.example.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Finding;
import dev.berth.gate.RulesGate;
import dev.berth.gate.SetGate;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.RawManifest;
import dev.berth.network.Service;
import dev.berth.rules.cluster.ClusterParameters;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesGateTest {

    private static final Port HTTP = Port.tcp("http", 8080);

    private final Deployment web = Deployment.named("web")
            .replicas(2)
            .container(Container.named("web")
                    .image("example.com/web:1")
                    .addPort(HTTP)
                    .build())
            .build();

    @Test
    void a_set_that_the_server_takes_and_the_cluster_runs_has_no_problem() {
        assertThat(check(web, Service.named("web").selecting(web).build()).problems())
                .isEmpty();
    }

    @Test
    void what_the_server_refuses_is_a_problem_at_the_servers_field_with_the_line_that_declared_it() {
        Deployment refused = Deployment.named("web")
                .replicas(2)
                .container(web.container())
                .customizePod(pod -> pod.withDnsPolicy("Sometimes"))
                .build();

        assertThat(check(refused).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.toString()).startsWith("Deployment \"web\": spec.template.spec.dnsPolicy: ");
            assertThat(problem.location().toString()).startsWith("com.example.gate.RulesGateTest.");
        });
    }

    @Test
    void what_the_server_only_warns_of_is_a_risk() {
        Deployment warned = Deployment.named("web")
                .replicas(2)
                .container(web.container())
                .customizePod(pod -> pod.addToNodeSelector("beta.kubernetes.io/os", "linux"))
                .build();

        assertThat(check(warned).problems()).isEmpty();
        assertThat(check(warned).risks())
                .extracting(Finding::toString)
                .containsExactly(
                        "Deployment \"web\": spec.template.spec.nodeSelector[beta.kubernetes.io/os]: The node label"
                                + " beta.kubernetes.io/os is deprecated. Use kubernetes.io/os. (node-label-deprecated)");
    }

    @Test
    void what_the_cluster_cannot_run_is_a_problem_until_the_declaration_acknowledges_it_with_a_reason() {
        RawManifest service = RawManifest.of(new ServiceBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .addToSelector("app", "wbe")
                .addNewPort()
                .withPort(80)
                .endPort()
                .endSpec()
                .build());

        assertThat(check(web, service).problems())
                .extracting(Finding::toString)
                .containsExactly("Service \"web\": spec.selector: No pod in the set has {app=wbe}. It has no endpoints:"
                        + " connections are refused, and the name of a headless Service does not resolve. Make its selector"
                        + " match the labels of the pods. (service-selects-nothing)");
        assertThat(check(web, service.acknowledgement("service-selects-nothing", "An operator makes those pods."))
                        .problems())
                .isEmpty();
    }

    @Test
    void an_acknowledgement_of_a_rule_that_does_not_exist_is_a_problem() {
        Deployment acknowledged = Deployment.named("web")
                .replicas(2)
                .container(web.container())
                .putAcknowledgement("no-such-rule", "It seemed right.")
                .build();

        assertThat(check(acknowledged).problems())
                .extracting(Finding::toString)
                .containsExactly(
                        "Deployment \"web\": Acknowledgement: Invalid value: \"no-such-rule\": must be the ID of a"
                                + " rule of docs/lint.md (acknowledgement)");
    }

    @Test
    void files_that_stand_in_for_one_another_are_held_against_the_rules_one_at_a_time() {
        Service service = Service.named("web").selecting(web).build();
        ManifestFile standard = ManifestFile.of("web.yaml", web);
        ManifestFile small =
                ManifestFile.of("small/web.yaml", web.withReplicas(1)).insteadOf(standard);
        ManifestSet set = ManifestSet.of(standard, small, ManifestFile.of("service.yaml", service));

        assertThat(SetGate.problems(set.models())).isEmpty();
        assertThat(RulesGate.check(set.models(), TargetCluster.defaults()).problems())
                .isEmpty();
    }

    @Test
    void what_the_target_version_lacks_is_a_problem_with_the_line_that_declared_it() {
        Deployment isolated = Deployment.named("web")
                .replicas(2)
                .container(web.container())
                .customizePod(pod -> pod.withHostUsers(false))
                .build();
        ManifestSet set = ManifestSet.of(ManifestFile.of("web.yaml", isolated));

        assertThat(RulesGate.check(set.models(), TargetCluster.of(KubernetesVersion.V1_32))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.toString())
                            .isEqualTo(
                                    "Deployment \"web\": spec.template.spec.hostUsers: \"false\": Kubernetes 1.32 has"
                                            + " it only behind the feature gate UserNamespacesSupport, which is on by default since"
                                            + " 1.33. (field-not-in-version)");
                    assertThat(problem.location().toString()).startsWith("com.example.gate.RulesGateTest.");
                });
        assertThat(RulesGate.check(set.models(), TargetCluster.of(KubernetesVersion.V1_33))
                        .problems())
                .isEmpty();
    }

    @Test
    void what_the_cluster_allows_beyond_the_defaults_of_its_server_is_said_by_parameters() {
        Deployment privileged = Deployment.named("web")
                .replicas(2)
                .container(web.container())
                .customizePod(pod -> pod.editContainer(0)
                        .withNewSecurityContext()
                        .withPrivileged(true)
                        .endSecurityContext()
                        .endContainer())
                .build();
        ManifestSet set = ManifestSet.of(ManifestFile.of("web.yaml", privileged));

        assertThat(RulesGate.check(set.models(), ClusterParameters.read(Map.of("allowPrivileged", "false")))
                        .problems())
                .extracting(Finding::toString)
                .containsExactly("Deployment \"web\": spec.template.spec.containers[0].securityContext.privileged:"
                        + " Forbidden: the API server does not allow privileged containers (privileged)");
        assertThat(RulesGate.check(set.models(), TargetCluster.defaults()).problems())
                .as("every distribution allows them")
                .isEmpty();
    }

    @Test
    void a_node_port_is_in_the_range_of_the_cluster() {
        ManifestSet set = ManifestSet.of(ManifestFile.of(
                "web.yaml",
                RawManifest.of(new ServiceBuilder()
                                .withNewMetadata()
                                .withName("web")
                                .endMetadata()
                                .withNewSpec()
                                .withType("NodePort")
                                .addToSelector("app", "web")
                                .addNewPort()
                                .withPort(80)
                                .withNodePort(8080)
                                .endPort()
                                .endSpec()
                                .build())
                        .acknowledgement("service-selects-nothing", "Another team deploys the pods.")));

        assertThat(RulesGate.check(set.models(), TargetCluster.defaults()).problems())
                .extracting(Finding::toString)
                .containsExactly(
                        "Service \"web\": spec.ports[0].nodePort: Invalid value: 8080: must be in the node port"
                                + " range of the cluster, 30000-32767 (node-port-range)");
        assertThat(RulesGate.check(set.models(), ClusterParameters.read(Map.of("nodePortRange", "8000-32767")))
                        .problems())
                .isEmpty();
    }

    @Test
    void a_parameter_of_the_cluster_that_is_none_is_refused_in_one_line() {
        assertThatThrownBy(() -> ClusterParameters.read(Map.of("kubernetesVersion", "1.26")))
                .hasMessage("KubernetesVersion: Invalid value: \"1.26\": must be one of 1.27, 1.28, 1.29, 1.30, 1.31,"
                        + " 1.32, 1.33, 1.34, 1.35, 1.36, 1.37, or a patch of one such as 1.35.2");
        assertThatThrownBy(() -> ClusterParameters.read(Map.of("allowPrivileged", "yes")))
                .hasMessage("allowPrivileged: Invalid value: \"yes\": must be true or false");
        for (String range : List.of("30000", "0-100", "200-100", "30000-70000")) {
            assertThatThrownBy(() -> ClusterParameters.read(Map.of("nodePortRange", range)))
                    .hasMessage("nodePortRange: Invalid value: \"" + range
                            + "\": must be two ports from 1 to 65535 in order, such as 30000-32767");
        }
        assertThatThrownBy(() -> ClusterParameters.read(Map.of("ipFamilies", "IPv4,IPv5")))
                .hasMessage("ipFamilies: Invalid value: \"IPv4,IPv5\": must be IPv4, IPv6, or IPv4,IPv6");
        assertThatThrownBy(() -> ClusterParameters.read(Map.of("region", "north")))
                .hasMessage("TargetCluster: Invalid value: \"region\": must be kubernetesVersion, allowPrivileged,"
                        + " nodePortRange or ipFamilies");
    }

    @Test
    void what_clashes_within_a_pod_is_reported_once() {
        Deployment twice = Deployment.named("web")
                .replicas(2)
                .container(web.container())
                .customizePod(pod -> pod.addNewVolume()
                        .withName("a")
                        .withNewEmptyDir()
                        .endEmptyDir()
                        .endVolume()
                        .addNewVolume()
                        .withName("a")
                        .withNewEmptyDir()
                        .endEmptyDir()
                        .endVolume()
                        .editContainer(0)
                        .addNewVolumeMount()
                        .withName("a")
                        .withMountPath("/a")
                        .endVolumeMount()
                        .addNewVolumeMount()
                        .withName("a")
                        .withMountPath("/a")
                        .endVolumeMount()
                        .endContainer())
                .build();
        ManifestSet set = ManifestSet.of(ManifestFile.of("web.yaml", twice));

        assertThat(SetGate.problems(set.models())).isEmpty();
        assertThat(RulesGate.check(set.models(), TargetCluster.defaults()).problems())
                .extracting(Finding::toString)
                .containsExactly(
                        "Deployment \"web\": spec.template.spec.volumes[1].name: Duplicate value: \"a\""
                                + " (volume-name-twice)",
                        "Deployment \"web\": spec.template.spec.containers[0].volumeMounts[1].mountPath: Invalid value:"
                                + " \"/a\": another volume is mounted at this path (mount-path-twice)");
    }

    private static RulesGate check(Manifest... manifests) {
        return RulesGate.check(
                ManifestSet.of(ManifestFile.of("web.yaml", manifests)).models(), TargetCluster.defaults());
    }
}
