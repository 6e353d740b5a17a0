package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;

/** What a port must be for a probe or a lifecycle handler to use it. */
final class Ports {

    private Ports() {}

    /** Kubernetes connects over TCP to ask, whatever protocol the port has; the question would get no answer. */
    static void requireTcp(String what, Port port) {
        if (port.protocol() != Port.Protocol.TCP) {
            throw InvalidValueException.of(what + " port \"" + port.name() + "\"", port.protocol(), "must be TCP");
        }
    }
}
