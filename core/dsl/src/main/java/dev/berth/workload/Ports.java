package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;

/** The check of the ports that probes and lifecycle handlers use. */
final class Ports {

    private Ports() {}

    /** The kubelet always connects over TCP, so a port with another protocol would never respond. */
    static void requireTcp(String what, Port port) {
        if (port.protocol() != Port.Protocol.TCP) {
            throw InvalidValueException.of(what + " port \"" + port.name() + "\"", port.protocol(), "must be TCP");
        }
    }
}
