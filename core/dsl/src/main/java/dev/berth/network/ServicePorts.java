package dev.berth.network;

import dev.berth.selector.SelectablePods;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;

/** The ports of a Service, which are ports of the pods that it selects. */
final class ServicePorts {

    private ServicePorts() {}

    static void require(String what, SelectablePods pods, Port port) {
        if (!pods.ports().contains(port)) {
            throw InvalidValueException.of(
                    what, port.name(), "must be a port that a container of \"" + pods.name() + "\" opens");
        }
    }

    /** A port with the number and the name of the container port, which it targets by name. */
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
