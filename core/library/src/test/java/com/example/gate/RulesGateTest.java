package com.example.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Problem;
import dev.berth.manifest.RawManifest;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.gate.RulesGate;
import dev.berth.rules.version.KubernetesVersion;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
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
            assertThat(problem.message()).startsWith("Deployment \"web\": spec.template.spec.dnsPolicy: ");
            assertThat(problem.declaration().location()).startsWith("com.example.gate.RulesGateTest.");
        });
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
                .extracting(Problem::message)
                .containsExactly(
                        "Service \"web\": spec.selector: No pod of the set carries {app=wbe}. It has no endpoints:"
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
                .extracting(Problem::message)
                .containsExactly(
                        "Deployment \"web\": Acknowledgement: Invalid value: \"no-such-rule\": must be the ID of a"
                                + " rule of docs/broken.md");
    }

    @Test
    void files_that_stand_in_for_one_another_are_held_against_the_rules_one_at_a_time() {
        Service service = Service.named("web").selecting(web).build();
        ManifestFile standard = ManifestFile.of("web.yaml", web);
        ManifestFile small =
                ManifestFile.of("small/web.yaml", web.withReplicas(1)).insteadOf(standard);
        ManifestSet set = ManifestSet.of(standard, small, ManifestFile.of("service.yaml", service));

        assertThat(set.problems()).isEmpty();
        assertThat(RulesGate.check(set.models(), KubernetesVersion.newest(), ClusterFacts.unknown())
                        .problems())
                .isEmpty();
    }

    private static RulesGate check(Manifest... manifests) {
        return RulesGate.check(
                ManifestSet.of(ManifestFile.of("web.yaml", manifests)).models(),
                KubernetesVersion.newest(),
                ClusterFacts.unknown());
    }
}
