package com.example.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.certificate.Certificate;
import dev.berth.certificate.ClusterIssuer;
import dev.berth.certificate.Issuer;
import dev.berth.certificate.IssuerConfig;
import dev.berth.cluster.TargetCluster;
import dev.berth.config.Secret;
import dev.berth.finding.Finding;
import dev.berth.gate.RulesGate;
import dev.berth.gate.SetGate;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.manifest.SetModels;
import dev.berth.monitoring.MetricsEndpoint;
import dev.berth.monitoring.ScrapeAuthorization;
import dev.berth.monitoring.ServiceMonitor;
import dev.berth.network.Service;
import dev.berth.secret.ExternalSecret;
import dev.berth.secret.RemoteRef;
import dev.berth.secret.SecretStoreRef;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a custom resource refers to must be in a file, and so must the custom resource that creates a Secret. */
class ReferencesOfCustomKindsTest {

    private final Namespace shop = Namespace.named("shop").build();
    private final Port http = Port.tcp("http", 8080);
    private final ClusterIssuer selfSigned =
            ClusterIssuer.named("self-signed").config(IssuerConfig.selfSigned()).build();
    private final Certificate root = Certificate.named("root")
            .issuer(selfSigned)
            .dnsName("root")
            .isCA(true)
            .build();
    private final Issuer authority =
            Issuer.named("authority").config(IssuerConfig.ca(root.secret())).build();
    private final Certificate certificate =
            Certificate.named("web-tls").issuer(authority).dnsName("web").build();
    private final ExternalSecret login = ExternalSecret.named("web-login")
            .secretStore(SecretStoreRef.clusterSecretStore("vault"))
            .putData("password", RemoteRef.of("web"))
            .build();
    private final Deployment web = Deployment.named("web")
            .replicas(1)
            .container(Container.named("web")
                    .image("web:1")
                    .addPort(http)
                    .addEnv(certificate.secret().env("CERTIFICATE", "tls.crt"))
                    .addEnv(login.secret().env("PASSWORD", "password"))
                    .build())
            .build();
    private final Service service =
            Service.named("web").selecting(web).putLabel("app", "web").build();
    private final Secret scraper =
            Secret.named("scraper").putDemoValue("token", "example").build();
    private final ServiceMonitor monitor = ServiceMonitor.named("web")
            .selecting(service)
            .endpoint(MetricsEndpoint.of(http)
                    .authorization(ScrapeAuthorization.bearer(scraper.key("token")))
                    .build())
            .build();

    @Test
    void what_is_declared_but_in_no_file_is_found() {
        assertThat(problems(certificate)).containsExactly("issuer-missing spec.issuerRef.name");
        assertThat(problems(root)).containsExactly("cluster-issuer-missing spec.issuerRef.name");
        assertThat(problems(authority)).containsExactly("custom-resource-secret-missing spec.ca.secretName");
        assertThat(problems(web))
                .containsExactly(
                        "secret-missing spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.name",
                        "secret-missing spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef.name");
        assertThat(problems(monitor))
                .containsExactly(
                        "custom-resource-secret-missing spec.endpoints[0].authorization.credentials.name",
                        "monitor-selects-nothing spec.selector");
    }

    @Test
    void labels_of_the_service_that_change_after_the_monitor_was_declared_are_found() {
        Service renamed = service.replaceLabels(Map.of("app", "shop"));
        assertThat(problems(web, login, certificate, authority, root, selfSigned, scraper, renamed, monitor))
                .containsExactly("monitor-selects-nothing spec.selector");
    }

    @Test
    void a_set_with_all_of_it_has_no_problem() {
        assertThat(problems(web, login, certificate, authority, root, selfSigned, scraper, service, monitor))
                .isEmpty();
    }

    /** The problems with the references of these kinds: the example says nothing else about its pods. */
    private List<String> problems(Manifest... manifests) {
        SetModels models = ManifestSet.of(
                        ManifestFile.of("namespace.yaml", shop),
                        ManifestFile.of("web.yaml", manifests).in(shop))
                .models();
        RulesGate rules = RulesGate.check(models, TargetCluster.defaults());
        return Stream.of(SetGate.problems(models), rules.problems(), rules.risks())
                .flatMap(List::stream)
                .filter(finding -> finding.rule().id().matches("monitor-.*|.*-missing"))
                .map(ReferencesOfCustomKindsTest::shown)
                .toList();
    }

    private static String shown(Finding finding) {
        return finding.rule().id() + " " + finding.field();
    }
}
