package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;

/** What ports must be, and what they are in Services of the model. */
final class Ports {

    private Ports() {}

    /** Kubernetes connects over TCP to ask, whatever protocol the port has; the question would get no answer. */
    static void requireTcp(String what, Port port) {
        if (port.protocol() != Port.Protocol.TCP) {
            throw InvalidValueException.of(what + " port \"" + port.name() + "\"", port.protocol(), "must be TCP");
        }
    }

    /** A port of the same number and name as the container's, which it finds by its name. */
    static ServicePort toModel(Port port) {
        return new ServicePortBuilder()
                .withName(port.name())
                .withPort(port.number())
                .withTargetPort(new IntOrString(port.name()))
                .withProtocol(
                        port.protocol() == Port.Protocol.TCP
                                ? null
                                : port.protocol().name())
                .build();
    }
}
