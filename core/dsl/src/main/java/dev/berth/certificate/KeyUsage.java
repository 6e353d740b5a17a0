package dev.berth.certificate;

/**
 * What a certificate may be used for. Source: cert-manager 1.21.1, {@code pkg/apis/certmanager/v1/types.go}, {@code
 * KeyUsage}.
 */
public enum KeyUsage {
    /** Signatures other than those of certificates. */
    DIGITAL_SIGNATURE("digital signature"),
    /** Keys are encrypted with it, as RSA key exchange does. */
    KEY_ENCIPHERMENT("key encipherment"),
    /** Keys are agreed on with it. */
    KEY_AGREEMENT("key agreement"),
    /** It signs other certificates. */
    CERT_SIGN("cert sign"),
    /** It signs lists of revoked certificates. */
    CRL_SIGN("crl sign"),
    /** A TLS server shows it to its clients. */
    SERVER_AUTH("server auth"),
    /** A TLS client shows it to the server. */
    CLIENT_AUTH("client auth");

    private final String value;

    KeyUsage(String value) {
        this.value = value;
    }

    /** The usage as in the API. */
    String value() {
        return value;
    }
}
