package dev.berth.certificate;

import dev.berth.custom.Fields;
import dev.berth.value.InvalidValueException;
import java.util.Optional;

/**
 * The private key of a certificate.
 *
 * <p>Source of the limits: cert-manager 1.21.1, {@code internal/apis/certmanager/validation/certificate.go}, {@code
 * ValidateCertificateSpec}.
 *
 * @param algorithm the algorithm, as in the API
 * @param size the number of bits; empty for an algorithm with one size
 * @param rotationPolicy whether a renewal creates another key; empty for the default
 */
public record CertificatePrivateKey(String algorithm, Optional<Integer> size, Optional<RotationPolicy> rotationPolicy) {

    /** Whether a renewal creates another private key. */
    public enum RotationPolicy {
        /** Each renewal creates another key. The default since cert-manager 1.18. */
        ALWAYS("Always"),
        /** Renewals keep the key. */
        NEVER("Never");

        private final String value;

        RotationPolicy(String value) {
            this.value = value;
        }
    }

    /**
     * An RSA key.
     *
     * @param size the number of bits, 2048 to 8192
     * @throws InvalidValueException if the size is not within this range
     */
    public static CertificatePrivateKey rsa(int size) {
        if (size < 2048 || size > 8192) {
            throw InvalidValueException.of(
                    "CertificatePrivateKey size", size, "must be between 2048 and 8192 for RSA, inclusive");
        }
        return new CertificatePrivateKey("RSA", Optional.of(size), Optional.empty());
    }

    /**
     * An ECDSA key.
     *
     * @param size the number of bits: 256, 384 or 521
     * @throws InvalidValueException if the size is another one
     */
    public static CertificatePrivateKey ecdsa(int size) {
        if (size != 256 && size != 384 && size != 521) {
            throw InvalidValueException.of("CertificatePrivateKey size", size, "must be 256, 384 or 521 for ECDSA");
        }
        return new CertificatePrivateKey("ECDSA", Optional.of(size), Optional.empty());
    }

    /** An Ed25519 key. */
    public static CertificatePrivateKey ed25519() {
        return new CertificatePrivateKey("Ed25519", Optional.empty(), Optional.empty());
    }

    /** Returns a copy with this policy. */
    public CertificatePrivateKey rotationPolicy(RotationPolicy policy) {
        return new CertificatePrivateKey(algorithm, size, Optional.of(policy));
    }

    Fields toModel() {
        return new Fields()
                .put("algorithm", algorithm)
                .put("size", size)
                .put("rotationPolicy", rotationPolicy.map(policy -> policy.value));
    }
}
