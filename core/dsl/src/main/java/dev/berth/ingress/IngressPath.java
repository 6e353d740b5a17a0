package dev.berth.ingress;

import dev.berth.network.ServiceBackend;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackendBuilder;
import java.util.List;
import java.util.Locale;

/**
 * The requests of a host whose path matches, and the port of a Service that receives them.
 *
 * <pre>{@code
 * IngressPath.prefix("/", service.backend(http))
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/networking/validation/validation.go}, {@code
 * validateHTTPIngressPath}.
 *
 * @param path the path, which starts with a slash
 * @param pathType how the path of a request is compared with it
 * @param backend what receives the requests
 */
public record IngressPath(String path, Type pathType, ServiceBackend backend) {

    private static final List<String> INVALID_SEQUENCES = List.of("//", "/./", "/../", "%2f", "%5c");
    private static final List<String> INVALID_SUFFIXES = List.of("/..", "/.");

    /** How the path of a request is compared. */
    public enum Type {
        /** The paths are equal. */
        EXACT("Exact"),
        /** The request starts with the path, element by element. */
        PREFIX("Prefix"),
        /** The controller decides. */
        IMPLEMENTATION_SPECIFIC("ImplementationSpecific");

        private final String value;

        Type(String value) {
            this.value = value;
        }
    }

    /**
     * Creates a path.
     *
     * @throws InvalidValueException if the path does not start with a slash, or contains an element that a controller
     *     could resolve in another way, such as {@code /../}
     */
    public IngressPath {
        if (!path.startsWith("/")) {
            throw InvalidValueException.of("IngressPath", path, "must start with '/'");
        }
        if (pathType != Type.IMPLEMENTATION_SPECIFIC) {
            String lower = path.toLowerCase(Locale.ROOT);
            INVALID_SEQUENCES.stream().filter(lower::contains).findFirst().ifPresent(sequence -> {
                throw InvalidValueException.of("IngressPath", path, "must not contain '" + sequence + "'");
            });
            INVALID_SUFFIXES.stream().filter(path::endsWith).findFirst().ifPresent(suffix -> {
                throw InvalidValueException.of("IngressPath", path, "must not end with '" + suffix + "'");
            });
        }
    }

    /** The requests for exactly this path. */
    public static IngressPath exact(String path, ServiceBackend backend) {
        return new IngressPath(path, Type.EXACT, backend);
    }

    /** The requests for this path and everything below it. */
    public static IngressPath prefix(String path, ServiceBackend backend) {
        return new IngressPath(path, Type.PREFIX, backend);
    }

    /** The requests that the controller matches with this path, for example as a regular expression. */
    public static IngressPath implementationSpecific(String path, ServiceBackend backend) {
        return new IngressPath(path, Type.IMPLEMENTATION_SPECIFIC, backend);
    }

    HTTPIngressPath toModel() {
        return new HTTPIngressPathBuilder()
                .withPath(path)
                .withPathType(pathType.value)
                .withBackend(toModel(backend))
                .build();
    }

    static IngressBackend toModel(ServiceBackend backend) {
        return new IngressBackendBuilder()
                .withNewService()
                .withName(backend.service())
                .withNewPort()
                .withNumber(backend.port())
                .endPort()
                .endService()
                .build();
    }
}
