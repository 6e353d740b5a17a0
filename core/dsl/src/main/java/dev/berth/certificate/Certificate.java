package dev.berth.certificate;

import dev.berth.config.CreatedSecret;
import dev.berth.config.SecretSource;
import dev.berth.custom.DurationText;
import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedCustomResource;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A certificate that cert-manager issues, stores in a Secret and renews. {@link #secret()} is that Secret, which pods
 * mount and an Ingress uses.
 *
 * <pre>{@code
 * private final Certificate certificate = Certificate.named("shop-tls")
 *         .issuer(ClusterIssuer.existing("letsencrypt"))
 *         .dnsName("shop.example.com")
 *         .build();
 * }</pre>
 *
 * <p>It follows the CRD of cert-manager 1.21.1, {@code cert-manager.io/v1}. Source of the limits: {@code
 * internal/apis/certmanager/validation/certificate.go}, {@code ValidateCertificateSpec}.
 */
@Value.Immutable
@Dsl
public abstract class Certificate extends NamedCustomResource implements ExtensibleCertificate {

    static final String API_VERSION = "cert-manager.io/v1";

    private static final int LONGEST_COMMON_NAME = 64;
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration SHORTEST_RENEWAL = Duration.ofMinutes(5);

    /** The keys of the Secret; {@code ca.crt} only if the issuer knows the certificate of its authority. */
    private static final List<String> KEYS = List.of("tls.crt", "tls.key", "ca.crt");

    Certificate() {}

    /**
     * Returns a builder for a Certificate.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain
     */
    public static CertificateBuildStages.IssuerBuildStage named(String name) {
        return CertificateBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("Certificate: metadata.name", name));
    }

    /** Who issues it. */
    public abstract IssuerSource issuer();

    /** A DNS name of the server: a string, or the address of a Service or a pod, without a port. */
    public abstract CharSequence dnsName();

    /** Further DNS names. Optional. */
    public abstract List<CharSequence> dnsNames();

    /** The name of the Secret. Defaults to the name of the Certificate. */
    public abstract Optional<String> secretName();

    /** The common name, which few clients still read, at most 64 characters. Optional. */
    public abstract Optional<String> commonName();

    /** How long it is valid, at least 1 hour. Defaults to 90 days. An issuer may ignore it. */
    public abstract Optional<Duration> duration();

    /**
     * How long before its end it is renewed, at least 5 minutes, and less than the duration. Defaults to a third of the
     * duration.
     */
    public abstract Optional<Duration> renewBefore();

    /** Whether it can sign other certificates, as the authority of an {@link Issuer}. Defaults to false. */
    public abstract Optional<Boolean> isCA();

    /** What it may be used for. Defaults to digital signatures and key encipherment. */
    public abstract List<KeyUsage> usages();

    /** Its private key. Defaults to RSA with 2048 bits. */
    public abstract Optional<CertificatePrivateKey> privateKey();

    @Value.Check
    void check() {
        checkMetadata("Certificate");
        String what = owner() + ": spec.";
        secret();
        allNames().forEach(name -> requireDnsName(what + "dnsNames", name));
        commonName().filter(name -> name.length() > LONGEST_COMMON_NAME).ifPresent(name -> {
            throw InvalidValueException.of(
                    what + "commonName",
                    name,
                    "must have at most " + LONGEST_COMMON_NAME + " characters, but has " + name.length());
        });
        duration().ifPresent(time -> DurationText.require(what + "duration", time, SHORTEST));
        renewBefore().ifPresent(time -> DurationText.require(what + "renewBefore", time, SHORTEST_RENEWAL));
        Duration valid = duration().orElse(USUAL);
        renewBefore().filter(time -> time.compareTo(valid) >= 0).ifPresent(time -> {
            throw InvalidValueException.of(
                    what + "renewBefore",
                    DurationText.of(time),
                    "must be less than the duration of " + DurationText.of(valid));
        });
    }

    private static void requireDnsName(String what, String name) {
        if (name.isBlank() || name.chars().anyMatch(c -> c == ':' || c == '/' || Character.isWhitespace(c))) {
            throw InvalidValueException.of(what, name, "must be a DNS name, without a port and a path");
        }
    }

    private String owner() {
        return "Certificate \"" + name() + "\"";
    }

    /**
     * The Secret with the certificate ({@code tls.crt}), its private key ({@code tls.key}) and the certificate of the
     * authority ({@code ca.crt}, if the issuer knows it).
     */
    public SecretSource secret() {
        return new CreatedSecret(secretName().orElse(name()), owner(), Optional.of(KEYS));
    }

    private Stream<String> allNames() {
        return Stream.concat(Stream.of(dnsName()), dnsNames().stream()).map(CharSequence::toString);
    }

    @Override
    public Set<ExistingObject> existing() {
        return issuer().outside().map(Set::of).orElse(Set.of());
    }

    @Override
    public HasMetadata toModel() {
        Fields spec = new Fields()
                .put("secretName", secret().name())
                .put("issuerRef", new Fields().put("name", issuer().name()).put("kind", issuer().issuerKind()))
                .put("commonName", commonName())
                .put("dnsNames", allNames().toList())
                .put("duration", duration().map(DurationText::of))
                .put("renewBefore", renewBefore().map(DurationText::of))
                .put("isCA", isCA())
                .put("usages", usages().stream().map(KeyUsage::value).toList());
        privateKey().ifPresent(key -> spec.put("privateKey", key.toModel()));
        return customResource(API_VERSION, "Certificate", spec.toMap());
    }
}
