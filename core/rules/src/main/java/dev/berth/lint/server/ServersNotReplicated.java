package dev.berth.lint.server;

import dev.berth.catalog.image.ServerTrait;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.Pods;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A Service with one address for several servers, each of which has data of its own. */
public final class ServersNotReplicated extends ObjectRule<Service> {

    public ServersNotReplicated() {
        super(
                Service.class,
                Level.WARNING,
                new Rule("servers-not-replicated", "NewTopologyCache", "pkg/proxy/endpoints.go"),
                "Each connection reaches another server: what was written to one is missing in the others.",
                "Set replicas: 1, set up replication, or add statefulset.kubernetes.io/pod-name to the selector.");
    }

    @Override
    protected void check(ObjectSet set, Service service, LintReport report) {
        if (service.getSpec() == null
                || "None".equals(service.getSpec().getClusterIP())
                || "ExternalName".equals(service.getSpec().getType())) {
            return;
        }
        Map<String, String> selector = service.getSpec().getSelector();
        if (selector == null || selector.isEmpty() || selectsOnePod(selector)) {
            return;
        }
        for (Pods pods : set.pods().with(service, ObjectSet.namespace(service), selector)) {
            if (pods.kept() && pods.replicas() > 1 && !pods.kind().equals("DaemonSet")) {
                set.pods()
                        .workloadOf(pods)
                        .flatMap(workload -> server(set, service, workload))
                        .ifPresent(server -> report.invalid(
                                this,
                                service,
                                "spec.selector",
                                "It selects " + pods.replicas() + " " + server.label() + " servers of "
                                        + pods.kind() + " \"" + pods.name()
                                        + "\", which nothing joins into a cluster."));
            }
        }
    }

    private static boolean selectsOnePod(Map<String, String> selector) {
        return selector.containsKey("statefulset.kubernetes.io/pod-name")
                || selector.containsKey("apps.kubernetes.io/pod-index");
    }

    private static Optional<Server> server(ObjectSet set, Service service, PodOwner workload) {
        for (TemplatedPod.Place place : workload.containers()) {
            Optional<Server> server = Server.of(set, workload, place)
                    .filter(one -> place.keepsRunning()
                            && one.has(ServerTrait.SHARES_NOTHING)
                            && hasClaim(one)
                            && PlainServer.isPlain(one)
                            && isReached(service, one));
            if (server.isPresent()) {
                return server;
            }
        }
        return Optional.empty();
    }

    private static boolean hasClaim(Server server) {
        return MountedVolume.all(server.workload(), server.place()).stream().anyMatch(MountedVolume::isClaim);
    }

    /** A Service may be for another container of the pod, such as an exporter. */
    private static boolean isReached(Service service, Server server) {
        return PodOwner.orEmpty(service.getSpec().getPorts()).stream()
                .filter(Objects::nonNull)
                .anyMatch(port -> {
                    IntOrString target =
                            port.getTargetPort() == null ? new IntOrString(port.getPort()) : port.getTargetPort();
                    return listens(server.place(), target)
                            || server.workload().containers().stream()
                                    .noneMatch(place -> place.keepsRunning() && listens(place, target));
                });
    }

    private static boolean listens(TemplatedPod.Place place, IntOrString target) {
        for (ContainerPort port : PodOwner.orEmpty(place.container().getPorts())) {
            if (port != null
                    && (Objects.equals(port.getContainerPort(), target.getIntVal())
                            || (port.getName() != null && port.getName().equals(target.getStrVal())))) {
                return true;
            }
        }
        return false;
    }
}
