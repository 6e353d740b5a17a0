package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of container ports, and of references to ports by number or name. */
public final class PortRules {
    /** The transport protocols of ports. */
    public static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

    private static final Rule NUMBER = Rule.core("port-number", "IsValidPortNum");
    private static final Rule NAME = Rule.core("port-name", "validateContainerPorts");
    private static final Rule NAME_TWICE = Rule.core("port-name-twice", "validateContainerPorts");
    private static final Rule CONTAINER_PORT = Rule.core("container-port", "validateContainerPorts");
    private static final Rule PROTOCOL = Rule.core("port-protocol", "validateContainerPorts");
    private static final Rule REFERENCE = Rule.core("port-reference", "ValidatePortNumOrName");
    private static final Rule HOST_PORT_TWICE = Rule.core("host-port-twice", "checkHostPortConflicts");

    private PortRules() {}

    /** Checks a port number, from 1 to 65535. */
    public static void number(int port, FieldPath path, Findings findings) {
        findings.within(NUMBER, path, port, 1, 65535);
    }

    /** Checks a port number or a port name. */
    public static void numberOrName(@Nullable IntOrString port, FieldPath path, Findings findings) {
        if (port != null && port.getStrVal() != null) {
            Format.PORT_NAME.check(findings, REFERENCE, path, port.getStrVal());
        } else {
            number(port == null ? 0 : Zero.number(port.getIntVal()), path, findings);
        }
    }

    static void ports(@Nullable List<ContainerPort> given, FieldPath path, Findings findings) {
        Set<String> names = new HashSet<>();
        List<ContainerPort> ports = Zero.list(given);
        for (int i = 0; i < ports.size(); i++) {
            ContainerPort port = ports.get(i);
            FieldPath at = path.index(i);
            String name = Zero.text(port.getName());
            if (!name.isEmpty()) {
                if (!Format.PORT_NAME.fits(name)) {
                    Format.PORT_NAME.check(findings, NAME, at.child("name"), name);
                } else if (!names.add(name)) {
                    findings.duplicate(NAME_TWICE, at.child("name"), name);
                }
            }
            int number = Zero.number(port.getContainerPort());
            if (number == 0) {
                findings.required(CONTAINER_PORT, at.child("containerPort"), "must be between 1 and 65535, inclusive");
            } else {
                number(number, at.child("containerPort"), findings);
            }
            if (Zero.number(port.getHostPort()) != 0) {
                number(port.getHostPort(), at.child("hostPort"), findings);
            }
            findings.oneOf(PROTOCOL, at.child("protocol"), port.getProtocol(), PROTOCOLS);
        }
    }

    /** Refuses two of these containers that use the same host port. */
    static void hostPorts(List<Container> containers, FieldPath path, Findings findings) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            List<ContainerPort> ports = Zero.list(containers.get(i).getPorts());
            for (int j = 0; j < ports.size(); j++) {
                ContainerPort port = ports.get(j);
                int number = Zero.number(port.getHostPort());
                String key = port.getProtocol() + "/" + Zero.text(port.getHostIP()) + "/" + number;
                if (number != 0 && !taken.add(key)) {
                    FieldPath at = path.index(i).child("ports").index(j).child("hostPort");
                    findings.duplicate(HOST_PORT_TWICE, at, key);
                }
            }
        }
    }
}
