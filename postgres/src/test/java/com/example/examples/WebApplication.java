package com.example.examples;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.PodAmount.pods;
import static java.time.Duration.ofSeconds;

import dev.berth.autoscaling.HorizontalPodAutoscaler;
import dev.berth.autoscaling.Metric;
import dev.berth.certificate.Certificate;
import dev.berth.certificate.ClusterIssuer;
import dev.berth.config.EnvVar;
import dev.berth.ingress.Ingress;
import dev.berth.ingress.IngressClass;
import dev.berth.ingress.IngressPath;
import dev.berth.ingress.IngressRule;
import dev.berth.ingress.IngressTls;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.monitoring.MetricsEndpoint;
import dev.berth.monitoring.ServiceMonitor;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.network.Service;
import dev.berth.policy.PodDisruptionBudget;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresImage;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.secret.ExternalSecret;
import dev.berth.secret.RemoteRef;
import dev.berth.secret.SecretStoreRef;
import dev.berth.value.Port;
import dev.berth.workload.AutoscaledDeployment;
import dev.berth.workload.Container;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.Probe;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A web application that scales, with a certificate and a monitor, next to its database. */
public final class WebApplication implements ManifestSource {

    private static final String HOST = "shop.example.com";
    private static final Port HTTP = Port.tcp("http", 8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);

    private final Namespace shop = Namespace.named("shop").build();
    private final ExternalSecret login = ExternalSecret.named("shop-db-login")
            .secretStore(SecretStoreRef.clusterSecretStore("vault"))
            .putData("password", RemoteRef.of("shop/db").property("password"))
            .build();
    private final Postgres database = Postgres.named("shop-db")
            .image(PostgresImage.of("postgres:17.5"))
            .database("shop")
            .user("shop")
            .password(Password.key(login.secret(), "password"))
            .storage(gibi(20))
            .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
            .clients(Clients.only(
                    NetworkPolicyPeer.podsWith(Map.of("app", "shop")).in(shop)))
            .build();
    private final AutoscaledDeployment web = AutoscaledDeployment.named("shop")
            .container(Container.named("shop")
                    .image("registry.example.com/shop:5.1.0")
                    .addPorts(HTTP, METRICS)
                    .addEnv(
                            EnvVar.of("DATABASE", database.service().address(Postgres.PORT)),
                            login.secret().env("DATABASE_PASSWORD", "password"))
                    .resources(Resources.requests(millicores(250), mebi(512)).memoryLimit(mebi(512)))
                    .readinessProbe(Probe.httpGet(HTTP, "/ready").build())
                    .securityContext(SecurityContext.restricted().build())
                    .build())
            .securityContext(PodSecurityContext.restricted().runAsUser(10_001).build())
            .build();
    private final HorizontalPodAutoscaler autoscaler = HorizontalPodAutoscaler.named("shop")
            .scaling(web)
            .maxReplicas(10)
            .minReplicas(2)
            .addMetric(Metric.cpuUtilization(70))
            .build();
    private final PodDisruptionBudget budget = PodDisruptionBudget.named("shop")
            .selecting(web)
            .limit(PodDisruptionBudget.maxUnavailable(pods(1)))
            .unhealthyPodEvictionPolicy(PodDisruptionBudget.UnhealthyPodEvictionPolicy.ALWAYS_ALLOW)
            .build();
    private final Service service =
            Service.named("shop").selecting(web).putLabel("app", "shop").build();
    private final ServiceMonitor monitor = ServiceMonitor.named("shop")
            .selecting(service)
            .endpoint(MetricsEndpoint.of(METRICS).interval(ofSeconds(15)).build())
            .putLabel("release", "prometheus")
            .build();
    private final Certificate certificate = Certificate.named("shop-tls")
            .issuer(ClusterIssuer.existing("letsencrypt"))
            .dnsName(HOST)
            .build();
    private final Ingress ingress = Ingress.named("shop")
            .rule(IngressRule.host(HOST, IngressPath.prefix("/", service.backend(HTTP))))
            .ingressClass(IngressClass.existing("nginx"))
            .addTls(IngressTls.of(certificate.secret(), HOST))
            .build();

    @Override
    public ManifestSet manifests() {
        List<Manifest> all = new ArrayList<>(List.of(shop, login));
        all.addAll(database.manifests());
        all.addAll(List.of(web, autoscaler, budget, service, monitor, certificate, ingress));
        return ManifestSet.of(ManifestFile.of("shop.yaml", all).in(shop));
    }
}
