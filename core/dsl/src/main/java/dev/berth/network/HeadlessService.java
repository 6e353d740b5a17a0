package dev.berth.network;

import dev.berth.manifest.Additions;
import dev.berth.object.ExistingObject;
import dev.berth.selector.SelectablePods;
import dev.berth.value.NameFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
 * @param change what {@link #customize(UnaryOperator)} changes
 */
public record HeadlessService(
        String name,
        Optional<ExistingObject> outside,
        boolean publishNotReady,
        Optional<UnaryOperator<Service>> change) {

    /**
     * Creates a headless Service.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS label that starts with a letter;
     *     Kubernetes 1.36, {@code ValidateServiceName}
     */
    public HeadlessService {
        NameFormat.DNS_1035_LABEL.require("HeadlessService: metadata.name", name);
    }

    /** A headless Service in the set. */
    public static HeadlessService named(String name) {
        return new HeadlessService(name, Optional.empty(), false, Optional.empty());
    }

    /** A headless Service that already exists in the cluster, in the namespace of the pods. */
    public static HeadlessService existing(String name) {
        return new HeadlessService(name, Optional.of(new ExistingObject("Service", name)), false, Optional.empty());
    }

    /**
     * Returns a copy in which pods have a DNS name before they are ready, for servers that must find each other to
     * become ready. By default, only ready pods have one.
     */
    public HeadlessService publishNotReadyAddresses() {
        return new HeadlessService(name, outside, true, change);
    }

    /**
     * Returns a copy whose object is changed by this function: {@code service -> service.plusPort(peer)} selects ports,
     * and {@code service.plusLabel("team", "storage")} adds a label. A second function is applied after the first.
     */
    public HeadlessService customize(UnaryOperator<Service> more) {
        return new HeadlessService(name, outside, publishNotReady, Optional.of(Additions.to(change, more)));
    }

    /**
     * The Service as an object of its own, with the selector, the labels and the ports of these pods.
     *
     * @param pods the pods of the StatefulSet that names this Service
     */
    public Service toService(SelectablePods pods) {
        ServiceBuildStages.BuildFinal service =
                Service.named(name).selecting(pods).headless(true).putAllLabels(pods.labels());
        if (publishNotReady) {
            service.publishNotReadyAddresses(true);
        }
        return change.orElse(UnaryOperator.identity()).apply(service.build());
    }
}
