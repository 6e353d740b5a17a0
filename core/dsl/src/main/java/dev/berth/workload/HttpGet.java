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
 * A question over HTTP that a {@link Probe} or a {@link Hook} asks a port of its container.
 *
 * @param port the port
 * @param path the path, which starts with {@code /}
 * @param tls whether it is asked over HTTPS; the certificate is not checked
 * @param headers the headers, in order
 */
public record HttpGet(Port port, String path, boolean tls, List<Header> headers) {

    /**
     * A header.
     *
     * @param name letters, digits and {@code -}; Kubernetes 1.36, {@code IsHTTPHeaderName}
     * @param value any text
     */
    public record Header(String name, String value) {

        /**
         * Names a header.
         *
         * @throws InvalidValueException when the name is none of a header
         */
        public Header {
            if (!name.matches("[-A-Za-z0-9]+")) {
                throw InvalidValueException.of("HttpGet header", name, "must be letters, digits or '-'");
            }
        }
    }

    /**
     * Says what is asked.
     *
     * @throws InvalidValueException when the path does not start with {@code /}, or the port is none of TCP
     */
    public HttpGet {
        if (!path.startsWith("/")) {
            throw InvalidValueException.of("HttpGet path", path, "must start with '/'");
        }
        Ports.requireTcp("HttpGet", port);
        headers = List.copyOf(headers);
    }

    /**
     * Asks for this path over HTTP.
     *
     * @throws InvalidValueException when the path does not start with {@code /}, or the port is none of TCP
     */
    public static HttpGet of(Port port, String path) {
        return new HttpGet(port, path, false, List.of());
    }

    /** The same over HTTPS; the certificate is not checked. */
    public HttpGet https() {
        return new HttpGet(port, path, true, headers);
    }

    /**
     * The same with this header too.
     *
     * @throws InvalidValueException when the name is none of a header
     */
    public HttpGet header(String name, String value) {
        List<Header> all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return new HttpGet(port, path, tls, all);
    }

    HTTPGetAction toModel() {
        return new HTTPGetActionBuilder()
                .withPath(path)
                .withPort(new IntOrString(port.name()))
                .withScheme(tls ? "HTTPS" : null)
                .withHttpHeaders(headers.stream()
                        .map(header -> new HTTPHeader(header.name(), header.value()))
                        .toList())
                .build();
    }
}
