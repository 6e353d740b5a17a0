package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPGetActionBuilder;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.ArrayList;
import java.util.List;

/**
 * A GET request that a {@link Probe} or a {@link LifecycleHandler} sends to a port of its container.
 *
 * @param port the port
 * @param path the path, which starts with {@code /}
 * @param tls whether the request uses HTTPS; the kubelet does not verify the certificate
 * @param httpHeaders the headers, in order
 */
public record HttpGetAction(Port port, String path, boolean tls, List<HttpHeader> httpHeaders) {

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
        return new HttpGetAction(port, path, false, List.of());
    }

    /** Returns a copy that uses HTTPS. The kubelet does not verify the certificate. */
    public HttpGetAction https() {
        return new HttpGetAction(port, path, true, httpHeaders);
    }

    /**
     * Returns a copy with this header added.
     *
     * @throws InvalidValueException if the name is not a valid header name
     */
    public HttpGetAction httpHeader(String name, String value) {
        List<HttpHeader> all = new ArrayList<>(httpHeaders);
        all.add(new HttpHeader(name, value));
        return new HttpGetAction(port, path, tls, all);
    }

    HTTPGetAction toModel() {
        return new HTTPGetActionBuilder()
                .withPath(path)
                .withPort(new IntOrString(port.name()))
                .withScheme(tls ? "HTTPS" : null)
                .withHttpHeaders(httpHeaders.stream()
                        .map(header -> new HTTPHeader(header.name(), header.value()))
                        .toList())
                .build();
    }
}
