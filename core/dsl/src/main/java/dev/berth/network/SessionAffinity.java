package dev.berth.network;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.SessionAffinityConfig;
import io.fabric8.kubernetes.api.model.SessionAffinityConfigBuilder;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one client go to the same pod.
 *
 * @param timeout how long after the last request; defaults to 3 hours
 */
public record SessionAffinity(Optional<Duration> timeout) {

    private static final Duration LONGEST = Duration.ofDays(1);

    /** By the address of the client, until it has sent nothing for 3 hours. */
    public static SessionAffinity clientIp() {
        return new SessionAffinity(Optional.empty());
    }

    /**
     * By the address of the client, until it has sent nothing for this time.
     *
     * @param timeout whole seconds, from 1 s to 24 hours; Kubernetes 1.36, {@code validateClientIPAffinityConfig}
     * @throws InvalidValueException if the timeout is not within this range
     */
    public static SessionAffinity clientIp(Duration timeout) {
        if (timeout.toNanosPart() != 0 || timeout.isZero() || timeout.isNegative() || timeout.compareTo(LONGEST) > 0) {
            throw InvalidValueException.of(
                    "SessionAffinity timeout", timeout, "must be whole seconds, from 1 s to 24 h");
        }
        return new SessionAffinity(Optional.of(timeout));
    }

    /** The timeout as a fabric8 model; null for the default of Kubernetes. */
    @Nullable SessionAffinityConfig toModel() {
        return timeout.map(time -> new SessionAffinityConfigBuilder()
                        .withNewClientIP(Math.toIntExact(time.toSeconds()))
                        .build())
                .orElse(null);
    }
}
