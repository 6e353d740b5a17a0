package dev.berth.network;

import dev.berth.manifest.Manifest;
import dev.berth.object.ExistingObject;
import dev.berth.selector.SelectablePods;
import dev.berth.value.NameFormat;
import java.util.Optional;

/**
 * The headless Service that gives each pod of a StatefulSet a DNS name: {@code postgres-0.postgres-headless}. Its
 * selector and its ports are those of the pods. The object to render is {@code StatefulSet.headlessService()}.
 *
 * <pre>{@code
 * var set = StatefulSet.named("postgres")
 *         .service(HeadlessService.named("postgres-headless"))
 *         .replicas(3)
 *         .container(Container.named("postgres")
 *                 .image("postgres:17")
 *                 .addMount(data.at("/var/lib/postgresql/data"))
 *                 .build())
 *         .build();
 * }</pre>
 *
 * @param name the name
 * @param outside the Service, if it is outside the rendered set
 * @param publishNotReady whether pods have a DNS name before they are ready
 */
public record HeadlessService(String name, Optional<ExistingObject> outside, boolean publishNotReady) {

    /**
     * Creates a headless Service.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS label that starts with a letter;
     *     Kubernetes 1.36, {@code ValidateServiceName}
     */
    public HeadlessService {
        NameFormat.DNS_1035_LABEL.require("HeadlessService: metadata.name", name);
    }

    /** A headless Service of the set. */
    public static HeadlessService named(String name) {
        return new HeadlessService(name, Optional.empty(), false);
    }

    /** A headless Service that already exists in the cluster, in the namespace of the pods. */
    public static HeadlessService existing(String name) {
        return new HeadlessService(name, Optional.of(new ExistingObject("Service", name)), false);
    }

    /**
     * Returns a copy in which pods have a DNS name before they are ready, for servers that must find each other to
     * become ready. By default, only ready pods have one.
     */
    public HeadlessService publishNotReadyAddresses() {
        return new HeadlessService(name, outside, true);
    }

    /**
     * The Service as an object of its own, with the selector and the ports of these pods.
     *
     * @param pods the pods of the StatefulSet that names this Service
     */
    public Manifest toManifest(SelectablePods pods) {
        return new HeadlessServiceManifest(this, pods);
    }
}
