package dev.berth.workload;

import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;

/** The ports of Services in the model. */
final class ServicePorts {

    private ServicePorts() {}

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
