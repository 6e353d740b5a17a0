package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ports of the containers of one pod that have the same number or the same name. */
final class PortOverlaps {
    private static final Rule HOST_IP = new Rule("host-ip-without-port", PodWarnings.FUNCTION, PodWarnings.FILE);
    private static final Rule OVERLAP = new Rule("container-port-twice", PodWarnings.FUNCTION, PodWarnings.FILE);
    private static final Rule NAME = new Rule("container-port-name-twice", PodWarnings.FUNCTION, PodWarnings.FILE);

    private record Port(FieldPath path, String hostIp, int hostPort) {}

    private final Map<String, List<Port>> byNumber = new HashMap<>();
    private final Map<String, FieldPath> byName = new HashMap<>();
    private final WarningList warnings;

    PortOverlaps(WarningList warnings) {
        this.warnings = warnings;
    }

    /** Adds the ports of the next container. */
    void check(JsonNode ports, FieldPath path) {
        for (int i = 0; i < ports.size(); i++) {
            port(ports.get(i), path.index(i));
        }
    }

    private void port(JsonNode node, FieldPath path) {
        Port port =
                new Port(path, Tree.text(node, "hostIP"), node.path("hostPort").asInt());
        if (!port.hostIp().isEmpty() && port.hostPort() == 0) {
            warnings.add(HOST_IP, path, "Without a hostPort, hostIP has no effect.", "Set hostPort, or remove hostIP.");
        }
        String protocol = Tree.text(node, "protocol");
        String number = node.path("containerPort").asInt() + "/" + (protocol.isEmpty() ? "TCP" : protocol);
        List<Port> others = byNumber.computeIfAbsent(number, any -> new ArrayList<>());
        for (Port other : others) {
            overlap(number, port, other);
        }
        others.add(port);
        String name = Tree.text(node, "name");
        FieldPath first = name.isEmpty() ? null : byName.putIfAbsent(name, path);
        if (first != null) {
            warnings.add(
                    NAME,
                    path,
                    "\"" + name + "\" is also the name of " + first + ", which Services and probes use.",
                    "Give each port its own name.");
        }
    }

    private void overlap(String number, Port port, Port other) {
        boolean sameHostPort = port.hostPort() == other.hostPort();
        boolean same = sameHostPort && port.hostIp().equals(other.hostIp());
        boolean redundant = port.hostPort() == 0 || other.hostPort() == 0;
        boolean ambiguous =
                sameHostPort && port.hostIp().isEmpty() != other.hostIp().isEmpty();
        if (same || redundant || ambiguous) {
            String how = same ? "is a duplicate of" : redundant ? "overlaps with" : "is ambiguous beside";
            warnings.add(
                    OVERLAP,
                    port.path(),
                    "Port " + number + " " + how + " " + other.path() + ".",
                    "Remove one of them.");
        }
    }
}
