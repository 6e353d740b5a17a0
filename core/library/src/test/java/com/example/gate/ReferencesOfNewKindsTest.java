package com.example.gate;

import static dev.berth.access.Verb.GET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.access.ClusterRole;
import dev.berth.access.PolicyRule;
import dev.berth.access.Role;
import dev.berth.access.RoleBinding;
import dev.berth.access.Subject;
import dev.berth.autoscaling.HorizontalPodAutoscaler;
import dev.berth.autoscaling.Metric;
import dev.berth.config.Secret;
import dev.berth.finding.Finding;
import dev.berth.gate.SetGate;
import dev.berth.gateway.HttpRoute;
import dev.berth.gateway.HttpRouteRule;
import dev.berth.gateway.ParentReference;
import dev.berth.ingress.Ingress;
import dev.berth.ingress.IngressClass;
import dev.berth.ingress.IngressPath;
import dev.berth.ingress.IngressRule;
import dev.berth.ingress.IngressTls;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.network.Service;
import dev.berth.scheduling.PriorityClass;
import dev.berth.value.Cpu;
import dev.berth.value.Port;
import dev.berth.workload.AutoscaledDeployment;
import dev.berth.workload.Container;
import dev.berth.workload.ServiceAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A value that another declaration refers to must be in a file, too. */
class ReferencesOfNewKindsTest {

    private final Namespace shop = Namespace.named("shop").build();
    private final Port http = Port.tcp("http", 8080);
    private final PriorityClass high = PriorityClass.named("high").value(1000).build();
    private final AutoscaledDeployment web = AutoscaledDeployment.named("web")
            .container(Container.named("web").image("web:1").addPort(http).build())
            .priorityClass(high)
            .build();
    private final Service service = Service.named("web").selecting(web).build();
    private final HorizontalPodAutoscaler autoscaler = HorizontalPodAutoscaler.named("web")
            .scaling(web)
            .maxReplicas(3)
            .addMetric(Metric.cpuAverage(Cpu.millicores(100)))
            .build();
    private final IngressClass internal =
            IngressClass.named("internal").controller("example.com/controller").build();
    private final Secret certificate = Secret.named("web-tls")
            .type("kubernetes.io/tls")
            .putDemoValue("tls.crt", "certificate")
            .putDemoValue("tls.key", "key")
            .build();
    private final Ingress ingress = Ingress.named("web")
            .rule(IngressRule.host("web.example.com", IngressPath.prefix("/", service.backend(http))))
            .ingressClass(internal)
            .addTls(IngressTls.of(certificate, "web.example.com"))
            .build();
    private final HttpRoute route = HttpRoute.named("web")
            .parent(ParentReference.existing("public"))
            .rule(HttpRouteRule.pathPrefix("/", service.backend(http)))
            .build();
    private final ServiceAccount account = ServiceAccount.named("web").build();
    private final Role pods =
            Role.named("pods").rule(PolicyRule.allow(GET).resources("", "pods")).build();
    private final ClusterRole nodes = ClusterRole.named("nodes")
            .rule(PolicyRule.allow(GET).resources("", "nodes"))
            .build();
    private final RoleBinding binding = RoleBinding.named("pods")
            .role(pods)
            .subject(Subject.serviceAccount(account))
            .build();
    private final RoleBinding nodesOfOne = RoleBinding.named("nodes")
            .role(nodes)
            .subject(Subject.serviceAccount(account))
            .build();

    @Test
    void what_is_declared_but_in_no_file_is_found() {
        assertThat(problems(autoscaler, ingress, route, binding, nodesOfOne))
                .containsExactly(
                        "autoscaler-target-missing spec.scaleTargetRef.name",
                        "ingress-service-missing spec.rules[0].http.paths[0].backend.service.name",
                        "ingress-secret-missing spec.tls[0].secretName",
                        "ingress-class-missing spec.ingressClassName",
                        "route-service-missing spec.rules[0].backendRefs[0].name",
                        "role-missing roleRef.name",
                        "subject-missing subjects[0].name",
                        "cluster-role-missing roleRef.name",
                        "subject-missing subjects[0].name");
        assertThat(problems(web)).containsExactly("priority-class-missing spec.template.spec.priorityClassName");
    }

    @Test
    void a_set_with_all_of_it_has_no_problem() {
        assertThat(problems(
                        high,
                        web,
                        service,
                        autoscaler,
                        internal,
                        certificate,
                        ingress,
                        route,
                        account,
                        pods,
                        nodes,
                        binding,
                        nodesOfOne))
                .isEmpty();
    }

    private List<String> problems(Manifest... manifests) {
        ManifestSet set = ManifestSet.of(
                ManifestFile.of("namespace.yaml", shop),
                ManifestFile.of("web.yaml", manifests).in(shop));
        return SetGate.problems(set.models()).stream()
                .map(ReferencesOfNewKindsTest::shown)
                .toList();
    }

    private static String shown(Finding finding) {
        return finding.rule().id() + " " + finding.field();
    }
}
