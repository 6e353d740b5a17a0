package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPGetActionBuilder;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A GET request that a {@link Probe} or a {@link LifecycleHandler} sends to a port of its container.
 *
 * @param port the port
 * @param path the path, which starts with {@code /}
 * @param scheme the protocol; defaults to HTTP
 * @param httpHeaders the headers, in order
 */
public record HttpGetAction(Port port, String path, Optional<UriScheme> scheme, List<HttpHeader> httpHeaders) {

    /** The protocol of a request. */
    public enum UriScheme {
        /** HTTP, the default of Kubernetes. */
        HTTP,
        /** HTTPS. The kubelet does not verify the certificate. */
        HTTPS
    }

    /**
     * A header.
     *
     * @param name letters, digits and {@code -}; Kubernetes 1.36, {@code IsHTTPHeaderName}
     * @param value any text
     */
    public record HttpHeader(String name, String value) {

        /**
         * Creates a header.
         *
         * @throws InvalidValueException if the name is not a valid header name
         */
        public HttpHeader {
            if (!name.matches("[-A-Za-z0-9]+")) {
                throw InvalidValueException.of("HttpGetAction header", name, "must be letters, digits or '-'");
            }
        }
    }

    /**
     * Creates a request.
     *
     * @throws InvalidValueException if the path does not start with {@code /}, or the port is not TCP
     */
    public HttpGetAction {
        if (!path.startsWith("/")) {
            throw InvalidValueException.of("HttpGetAction path", path, "must start with '/'");
        }
        Ports.requireTcp("HttpGetAction", port);
        httpHeaders = List.copyOf(httpHeaders);
    }

    /**
     * A request for this path over HTTP.
     *
     * @throws InvalidValueException if the path does not start with {@code /}, or the port is not TCP
     */
    public static HttpGetAction of(Port port, String path) {
        return new HttpGetAction(port, path, Optional.empty(), List.of());
    }

    /** Returns a copy with this protocol. */
    public HttpGetAction scheme(UriScheme newScheme) {
        return new HttpGetAction(port, path, Optional.of(newScheme), httpHeaders);
    }

    /**
     * Returns a copy with this header added.
     *
     * @throws InvalidValueException if the name is not a valid header name
     */
    public HttpGetAction httpHeader(String name, String value) {
        List<HttpHeader> all = new ArrayList<>(httpHeaders);
        all.add(new HttpHeader(name, value));
        return new HttpGetAction(port, path, scheme, all);
    }

    HTTPGetAction toModel() {
        return new HTTPGetActionBuilder()
                .withPath(path)
                .withPort(new IntOrString(port.name()))
                .withScheme(scheme.map(UriScheme::name).orElse(null))
                .withHttpHeaders(httpHeaders.stream()
                        .map(header -> new HTTPHeader(header.name(), header.value()))
                        .toList())
                .build();
    }
}
