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
 * A question over HTTP that a {@link Probe} or a {@link LifecycleHandler} asks a port of its container.
 *
 * @param port the port
 * @param path the path, which starts with {@code /}
 * @param tls whether it is asked over HTTPS; the certificate is not checked
 * @param httpHeaders the httpHeaders, in order
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
         * Names a header.
         *
         * @throws InvalidValueException when the name is none of a header
         */
        public HttpHeader {
            if (!name.matches("[-A-Za-z0-9]+")) {
                throw InvalidValueException.of("HttpGetAction header", name, "must be letters, digits or '-'");
            }
        }
    }

    /**
     * Says what is asked.
     *
     * @throws InvalidValueException when the path does not start with {@code /}, or the port is none of TCP
     */
    public HttpGetAction {
        if (!path.startsWith("/")) {
            throw InvalidValueException.of("HttpGetAction path", path, "must start with '/'");
        }
        Ports.requireTcp("HttpGetAction", port);
        httpHeaders = List.copyOf(httpHeaders);
    }

    /**
     * Asks for this path over HTTP.
     *
     * @throws InvalidValueException when the path does not start with {@code /}, or the port is none of TCP
     */
    public static HttpGetAction of(Port port, String path) {
        return new HttpGetAction(port, path, false, List.of());
    }

    /** The same over HTTPS; the certificate is not checked. */
    public HttpGetAction https() {
        return new HttpGetAction(port, path, true, httpHeaders);
    }

    /**
     * The same with this header too.
     *
     * @throws InvalidValueException when the name is none of a header
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
