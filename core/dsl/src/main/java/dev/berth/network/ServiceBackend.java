package dev.berth.network;

import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import java.util.Optional;

/**
 * A port of a Service that an Ingress or a route forwards to. Created by {@link Service#backend}, or by
 * {@link #existing} for a Service outside the set.
 */
public final class ServiceBackend {

    private final String service;
    private final int port;
    private final Optional<ExistingObject> outside;

    private ServiceBackend(String service, int port, Optional<ExistingObject> outside) {
        this.service = service;
        this.port = port;
        this.outside = outside;
    }

    static ServiceBackend of(String service, int port) {
        return new ServiceBackend(service, port, Optional.empty());
    }

    /**
     * A port of a Service that already exists in the cluster, in the namespace of the object that refers to it.
     *
     * @throws InvalidValueException if the name is not a DNS label, or the port is not between 1 and 65535
     */
    public static ServiceBackend existing(String service, int port) {
        NameFormat.DNS_LABEL.require("Service: metadata.name", service);
        if (port < 1 || port > 65535) {
            throw InvalidValueException.of(
                    "Service \"" + service + "\": port", port, "must be between 1 and 65535, inclusive");
        }
        return new ServiceBackend(service, port, Optional.of(new ExistingObject("Service", service)));
    }

    /** The name of the Service. */
    public String service() {
        return service;
    }

    /** The number under which the Service exposes the port. */
    public int port() {
        return port;
    }

    /** The Service, if it is outside the rendered set. */
    public Optional<ExistingObject> outside() {
        return outside;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceBackend that
                && service.equals(that.service)
                && port == that.port
                && outside.equals(that.outside);
    }

    @Override
    public int hashCode() {
        return 31 * service.hashCode() + port;
    }

    /** The name of the Service, a colon and the port. */
    @Override
    public String toString() {
        return service + ":" + port;
    }
}
