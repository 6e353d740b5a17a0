package dev.berth.volumes.pod;

import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A key and its certificate in a {@link ProjectedVolume}; created by {@link VolumeProjection#podCertificate}. */
public final class PodCertificateProjection extends VolumeProjection {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(91);

    private final String signerName;
    private final KeyType keyType;
    private final String path;
    private final Optional<Duration> maxExpiration;

    PodCertificateProjection(String signerName, KeyType keyType, String path, Optional<Duration> maxExpiration) {
        this.signerName = SignerName.require("PodCertificateProjection signerName", signerName);
        this.keyType = keyType;
        this.path = FilePaths.require("PodCertificateProjection path", path);
        this.maxExpiration = maxExpiration;
    }

    /** The key types that the kubelet can generate. Source: Kubernetes 1.36, {@code validateProjectionSources}. */
    public enum KeyType {
        /** RSA of 3072 bits. */
        RSA_3072("RSA3072"),
        /** RSA of 4096 bits. */
        RSA_4096("RSA4096"),
        /** The elliptic curve P-256. */
        ECDSA_P256("ECDSAP256"),
        /** The elliptic curve P-384. */
        ECDSA_P384("ECDSAP384"),
        /** The elliptic curve P-521. */
        ECDSA_P521("ECDSAP521"),
        /** Ed25519. */
        ED25519("ED25519");

        private final String value;

        KeyType(String value) {
            this.value = value;
        }
    }

    /**
     * Returns a copy with this maximum lifetime of a certificate; the signer may issue a shorter one. Defaults to 24
     * hours.
     *
     * @throws dev.berth.value.InvalidValueException if the duration is not a whole number of seconds, or is below 1
     *     hour or above 91 days; Kubernetes 1.36, {@code validateProjectionSources}
     */
    public PodCertificateProjection maxExpiration(Duration duration) {
        WholeSeconds.require("PodCertificateProjection maxExpiration", duration, SHORTEST, LONGEST);
        return new PodCertificateProjection(signerName, keyType, path, Optional.of(duration));
    }

    @Override
    void addFilesTo(FilePaths files) {
        files.add(path, "the pod's certificate");
    }

    @Override
    io.fabric8.kubernetes.api.model.VolumeProjection toModel() {
        return new VolumeProjectionBuilder()
                .withNewPodCertificate()
                .withSignerName(signerName)
                .withKeyType(keyType.value)
                .withCredentialBundlePath(path)
                .withMaxExpirationSeconds(maxExpiration
                        .map(duration -> Math.toIntExact(duration.toSeconds()))
                        .orElse(null))
                .endPodCertificate()
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PodCertificateProjection that
                && signerName.equals(that.signerName)
                && keyType == that.keyType
                && path.equals(that.path)
                && maxExpiration.equals(that.maxExpiration);
    }

    @Override
    public int hashCode() {
        return Objects.hash(signerName, keyType, path, maxExpiration);
    }

    @Override
    public String toString() {
        return "PodCertificateProjection{" + path + "}";
    }
}
