package dev.berth.workload;

import dev.berth.manifest.Manifest;
import dev.berth.object.Declaration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceBuilder;

/** The headless Service of a StatefulSet as an object. */
record GoverningService(StatefulSet set) implements Manifest {

    @Override
    public HasMetadata toModel() {
        HeadlessService service = set.service();
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(service.name())
                .withLabels(set.labels().isEmpty() ? null : set.labels())
                .endMetadata()
                .withNewSpec()
                .withClusterIP("None")
                .withPublishNotReadyAddresses(service.publishNotReady() ? Boolean.TRUE : null)
                .withSelector(set.selector())
                .withPorts(set.ports().stream().map(Ports::toModel).toList())
                .endSpec()
                .build();
    }

    @Override
    public Declaration declaration() {
        return set.declaration();
    }
}
