package dev.berth.volumes.pod;

import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A token of the pod's service account in a {@link ProjectedVolume}; created by
 * {@link VolumeProjection#serviceAccountToken}.
 */
public final class ServiceAccountTokenProjection extends VolumeProjection {

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofSeconds(1L << 32);

    private final String path;
    private final Optional<String> audience;
    private final Optional<Duration> expiration;

    ServiceAccountTokenProjection(String path, Optional<String> audience, Optional<Duration> expiration) {
        this.path = FilePaths.require("ServiceAccountTokenProjection path", path);
        this.audience = audience;
        this.expiration = expiration;
    }

    /** Returns a copy for this recipient, which refuses tokens for other audiences. Defaults to the API server. */
    public ServiceAccountTokenProjection audience(String reader) {
        return new ServiceAccountTokenProjection(path, Optional.of(reader), expiration);
    }

    /**
     * Returns a copy with this lifetime of each token. Defaults to 1 hour.
     *
     * @throws dev.berth.value.InvalidValueException if the duration is not a whole number of seconds, or is below 10
     *     minutes or above 2³² seconds; Kubernetes 1.36, {@code validateProjectionSources}
     */
    public ServiceAccountTokenProjection expiration(Duration duration) {
        WholeSeconds.require("ServiceAccountTokenProjection expiration", duration, SHORTEST, LONGEST);
        return new ServiceAccountTokenProjection(path, audience, Optional.of(duration));
    }

    @Override
    void addFilesTo(FilePaths files) {
        files.add(path, "the service account's token");
    }

    @Override
    io.fabric8.kubernetes.api.model.VolumeProjection toModel() {
        return new VolumeProjectionBuilder()
                .withNewServiceAccountToken()
                .withPath(path)
                .withAudience(audience.orElse(null))
                .withExpirationSeconds(expiration.map(Duration::getSeconds).orElse(null))
                .endServiceAccountToken()
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceAccountTokenProjection that
                && path.equals(that.path)
                && audience.equals(that.audience)
                && expiration.equals(that.expiration);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, audience, expiration);
    }

    @Override
    public String toString() {
        return "ServiceAccountTokenProjection{" + path + "}";
    }
}
