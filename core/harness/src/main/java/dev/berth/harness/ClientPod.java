package dev.berth.harness;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;

/** A pod that is not one of the tree: it only waits for commands. */
final class ClientPod {

    private ClientPod() {}

    static PodTemplateSpec template() {
        Container sleeping = new ContainerBuilder()
                .withName(LocalCluster.CLIENT)
                .withImage(LocalCluster.CLIENT)
                .withCommand("sleep", "infinity")
                .build();
        return new PodTemplateSpecBuilder()
                .withNewSpec()
                .withContainers(sleeping)
                .endSpec()
                .build();
    }
}
