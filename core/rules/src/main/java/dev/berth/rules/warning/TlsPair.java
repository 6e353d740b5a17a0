package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The certificate and the key of a Secret for TLS, and whether they belong together.
 *
 * <p>Mirrors {@code X509KeyPair} in {@code crypto/tls/tls.go} of Go. No problem names a value of the Secret.
 */
final class TlsPair {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ([^-\\n]*)-----\\s*\\n((?:[^:\\n]+: [^\\n]*\\n)*\\n?)([A-Za-z0-9+/=\\s]*?)-----END \\1-----");
    private static final byte[] TEST = "berth".getBytes(StandardCharsets.UTF_8);

    private final String certificate;
    private final String key;

    private TlsPair(String certificate, String key) {
        this.certificate = certificate;
        this.key = key;
    }

    static TlsPair of(JsonNode secret) {
        return new TlsPair(value(secret, "tls.crt"), value(secret, "tls.key"));
    }

    private static String value(JsonNode secret, String name) {
        JsonNode plain = secret.path("stringData").path(name);
        if (plain.isTextual()) {
            return plain.textValue();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(Tree.text(secret.path("data"), name));
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    /** Returns why a server could not use them; null if it can. */
    @Nullable String problem() {
        byte[] certificateBytes = block(certificate, "CERTIFICATE");
        if (certificateBytes == null) {
            return "tls.crt has no certificate in PEM form.";
        }
        byte[] keyBytes = block(key, "PRIVATE KEY");
        if (keyBytes == null) {
            return "tls.key has no private key in PEM form.";
        }
        PublicKey expected;
        try {
            expected = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificateBytes))
                    .getPublicKey();
        } catch (GeneralSecurityException malformed) {
            return "The certificate in tls.crt cannot be read.";
        }
        PrivateKey own = privateKey(keyBytes, expected);
        if (own == null) {
            return "The private key in tls.key cannot be read, or is not of the type of the certificate.";
        }
        return fits(own, expected) ? null : "The private key in tls.key does not belong to the certificate in tls.crt.";
    }

    /** Returns the first block whose type is the given one; a key may have a type before it: {@code RSA PRIVATE KEY}. */
    private static byte @Nullable [] block(String pem, String type) {
        Matcher blocks = BLOCK.matcher(pem.replace("\r\n", "\n"));
        while (blocks.find()) {
            boolean key = type.equals("PRIVATE KEY") && blocks.group(1).endsWith(" " + type);
            byte[] decoded = blocks.group(1).equals(type) || key ? decoded(blocks.group(3)) : null;
            if (decoded != null) {
                return decoded;
            }
        }
        return null;
    }

    /** Reads PKCS #8, and for RSA and EC the older forms, which PKCS #8 wraps. */
    private static @Nullable PrivateKey privateKey(byte[] bytes, PublicKey expected) {
        PrivateKey key = pkcs8(bytes, expected.getAlgorithm());
        return key != null ? key : pkcs8(wrapped(bytes, algorithm(expected)), expected.getAlgorithm());
    }

    private static @Nullable PrivateKey pkcs8(byte[] bytes, String algorithm) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException anotherForm) {
            return null;
        }
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** Puts a key in its older form into PKCS #8, with the algorithm of the certificate. */
    private static byte[] wrapped(byte[] key, byte[] algorithm) {
        return der(0x30, new byte[] {2, 1, 0}, algorithm, der(4, key));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length > 0xff) {
            element.write(0x82);
            element.write(length >> 8);
        } else if (length > 0x7f) {
            element.write(0x81);
        }
        element.write(length);
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    /** Returns the first element inside the encoded public key, which states its algorithm. */
    private static byte[] algorithm(PublicKey key) {
        byte[] encoded = key.getEncoded();
        int start = 2 + lengthBytes(encoded, 1);
        int length = 2 + lengthBytes(encoded, start + 1) + length(encoded, start + 1);
        return Arrays.copyOfRange(encoded, start, start + length);
    }

    private static int lengthBytes(byte[] encoded, int at) {
        return encoded[at] >= 0 ? 0 : encoded[at] & 0x7f;
    }

    private static int length(byte[] encoded, int at) {
        int length = encoded[at] >= 0 ? encoded[at] : 0;
        for (int i = 1; i <= lengthBytes(encoded, at); i++) {
            length = length << 8 | (encoded[at + i] & 0xff);
        }
        return length;
    }

    private static boolean fits(PrivateKey own, PublicKey expected) {
        if (own instanceof RSAKey rsa && expected instanceof RSAKey other) {
            return rsa.getModulus().equals(other.getModulus());
        }
        try {
            Signature signature = Signature.getInstance(own.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "EdDSA");
            signature.initSign(own);
            signature.update(TEST);
            byte[] signed = signature.sign();
            signature.initVerify(expected);
            signature.update(TEST);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherCurve) {
            return false;
        }
    }
}
