package dev.berth.lint.pod;

import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The probes of a pod's containers that connect to a port. */
final class Probes {

    /**
     * A probe that connects to a port of its own pod.
     *
     * @param path the field that names the port
     * @param port the port, as a name or as a number
     */
    record Place(TemplatedPod.Place container, String path, IntOrString port) {}

    private Probes() {}

    static List<Place> of(PodOwner workload) {
        List<Place> places = new ArrayList<>();
        for (TemplatedPod.Place place : workload.containers()) {
            Container container = place.container();
            add(place, "livenessProbe", container.getLivenessProbe(), places);
            add(place, "readinessProbe", container.getReadinessProbe(), places);
            add(place, "startupProbe", container.getStartupProbe(), places);
        }
        return places;
    }

    private static void add(TemplatedPod.Place place, String field, @Nullable Probe probe, List<Place> places) {
        if (probe == null) {
            return;
        }
        String path = place.path() + "." + field;
        var http = probe.getHttpGet();
        if (http != null && http.getPort() != null && isOwn(http.getHost())) {
            places.add(new Place(place, path + ".httpGet.port", http.getPort()));
        }
        var tcp = probe.getTcpSocket();
        if (tcp != null && tcp.getPort() != null && isOwn(tcp.getHost())) {
            places.add(new Place(place, path + ".tcpSocket.port", tcp.getPort()));
        }
        if (probe.getGrpc() != null && probe.getGrpc().getPort() != null) {
            places.add(new Place(
                    place, path + ".grpc.port", new IntOrString(probe.getGrpc().getPort())));
        }
    }

    private static boolean isOwn(@Nullable String host) {
        return host == null || host.isEmpty();
    }

    static List<ContainerPort> ports(PodOwner workload) {
        return workload.containers().stream()
                .filter(TemplatedPod.Place::keepsRunning)
                .flatMap(place -> PodOwner.orEmpty(place.container().getPorts()).stream())
                .filter(Objects::nonNull)
                .toList();
    }
}
