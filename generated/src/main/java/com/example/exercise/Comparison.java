package com.example.exercise;

import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static java.time.Duration.ofSeconds;

import dev.berth.manifest.Manifest;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.value.Port;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.Mount;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.Probe;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;
import java.util.List;

/** The same web server as a Deployment and as a StatefulSet, side by side. */
final class Comparison {

    /** The user and group of the image, which does not need root. */
    private static final int NGINX = 101;

    private static final String PAGES = "/usr/share/nginx/html";
    private static final Port HTTP = Port.tcp("http", 8080);

    static final Deployment DEPLOYMENT = Deployment.named("nginx-deployment")
            .replicas(3)
            .container(nginx())
            .putLabel("type", "deployment-example")
            .putPodLabel("type", "deployment-example")
            .securityContext(security())
            .automountServiceAccountToken(false)
            .build();

    static final StatefulSet STATEFUL_SET = StatefulSet.named("nginx-statefulset")
            .service(HeadlessService.named("nginx-statefulset-svc"))
            .replicas(3)
            .container(nginx(ClaimTemplate.named("www")
                    .accessMode(READ_WRITE_ONCE)
                    .storage(mebi(100))
                    .build()
                    .at(PAGES)))
            .putLabel("type", "statefulset-example")
            .putPodLabel("type", "statefulset-example")
            .securityContext(security())
            .automountServiceAccountToken(false)
            .build();

    private Comparison() {}

    static List<Manifest> manifests() {
        Service service =
                Service.named("nginx-deployment-svc").selecting(DEPLOYMENT).build();
        return List.of(service, DEPLOYMENT, STATEFUL_SET.headlessService(), STATEFUL_SET);
    }

    private static Container nginx(Mount... pages) {
        return Container.named("nginx")
                .image("nginxinc/nginx-unprivileged:1.27-alpine")
                .addPort(HTTP)
                .addMounts(pages)
                .addMount(EmptyDir.named("tmp").sizeLimit(mebi(16)).build().at("/tmp"))
                .resources(Resources.requests(millicores(50), mebi(32)).limits(millicores(100), mebi(64)))
                // Checks only that the server responds: the volume has no page at first.
                .readinessProbe(Probe.tcpSocket(HTTP).period(ofSeconds(5)).build())
                .livenessProbe(Probe.tcpSocket(HTTP).initialDelay(ofSeconds(10)).build())
                .securityContext(SecurityContext.restricted()
                        .readOnlyRootFilesystem(true)
                        .build())
                .build();
    }

    private static PodSecurityContext security() {
        return PodSecurityContext.restricted()
                .runAsUser(NGINX)
                .runAsGroup(NGINX)
                .fsGroup(NGINX)
                .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                .build();
    }
}
