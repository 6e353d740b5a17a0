package dev.berth.rules.server;

import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/**
 * Sets what a Kubernetes 1.36 API server sets when it decodes an object, and drops what the strategy of its kind drops
 * before validation (fields behind disabled feature gates).
 *
 * <p>Mirrors {@code pkg/apis/*}{@code /v1/defaults.go} and the {@code PrepareForCreate} of {@code pkg/registry}.
 */
final class ServerDefaults {
    private ServerDefaults() {}

    /** Fills the defaults into an object that is created. */
    static void fillIn(HasMetadata object) {
        kind(object).ifPresent(kind -> kind.fillIn(object));
    }

    /**
     * Fills the defaults into an object that is updated. They are the same, except for the labels that the server writes
     * into the selectors of a Pod, and the data source of a claim that the server drops: both happen on creation only.
     */
    static void fillInAgain(HasMetadata object) {
        kind(object).ifPresent(kind -> kind.fillInAgain(object));
    }

    private static Optional<Kind> kind(HasMetadata object) {
        return Kinds.of(object.getApiVersion(), object.getKind());
    }
}
