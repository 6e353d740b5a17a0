package dev.berth.network;

import dev.berth.manifest.Manifest;
import dev.berth.object.Declaration;
import dev.berth.selector.SelectablePods;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceBuilder;

/** The headless Service of a StatefulSet as an object. */
record HeadlessServiceManifest(HeadlessService service, SelectablePods pods) implements Manifest {

    @Override
    public HasMetadata toModel() {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(service.name())
                .withLabels(pods.labels().isEmpty() ? null : pods.labels())
                .endMetadata()
                .withNewSpec()
                .withClusterIP("None")
                .withPublishNotReadyAddresses(service.publishNotReady() ? Boolean.TRUE : null)
                .withSelector(pods.selector())
                .withPorts(pods.ports().stream().map(ServicePorts::toModel).toList())
                .endSpec()
                .build();
    }

    @Override
    public Declaration declaration() {
        return pods.declaration();
    }
}
