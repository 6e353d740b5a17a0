package com.example.declared;

import static dev.berth.certificate.KeyUsage.CLIENT_AUTH;
import static dev.berth.certificate.KeyUsage.SERVER_AUTH;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.certificate.Certificate;
import dev.berth.certificate.CertificateBuildStages;
import dev.berth.certificate.CertificatePrivateKey;
import dev.berth.certificate.ClusterIssuer;
import dev.berth.certificate.Issuer;
import dev.berth.certificate.IssuerConfig;
import dev.berth.config.Secret;
import dev.berth.ingress.IngressClass;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.Namespace;
import dev.berth.network.HeadlessService;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Pod;
import dev.berth.workload.StatefulSet;
import org.junit.jupiter.api.Test;

class CertificatesTest {

    private final Namespace shop = Namespace.named("shop").build();
    private final Port client = Port.tcp("client", 2379);
    private final StatefulSet etcd = StatefulSet.named("etcd")
            .service(HeadlessService.named("etcd"))
            .replicas(1)
            .container(Container.named("etcd")
                    .image("quay.io/coreos/etcd:v3.6.5")
                    .addPort(client)
                    .build())
            .build();
    private final Certificate certificate = Certificate.named("shop-tls")
            .issuer(ClusterIssuer.existing("letsencrypt"))
            .dnsName("shop.example.com")
            .build();
    private final ClusterIssuer selfSigned =
            ClusterIssuer.named("self-signed").config(IssuerConfig.selfSigned()).build();
    private final Certificate root = Certificate.named("shop-root")
            .issuer(selfSigned)
            .dnsName("shop-root")
            .isCA(true)
            .build();
    private final Issuer authority =
            Issuer.named("shop-ca").config(IssuerConfig.ca(root.secret())).build();

    @Test
    void a_certificate_is_stored_in_a_secret_with_its_name() {
        assertThat(Yaml.of(certificate)).isEqualTo("""
                apiVersion: cert-manager.io/v1
                kind: Certificate
                metadata:
                  name: shop-tls
                spec:
                  secretName: shop-tls
                  issuerRef:
                    name: letsencrypt
                    kind: ClusterIssuer
                  dnsNames:
                  - shop.example.com
                """);
        assertThat(certificate.existing()).containsExactly(new ExistingObject("ClusterIssuer", "letsencrypt"));
    }

    @Test
    void its_secret_is_a_value_that_containers_use() {
        var container = Container.named("shop")
                .image("example.com/shop:1")
                .addEnv(certificate.secret().env("CA", "ca.crt"))
                .build();
        assertThat(Pod.named("shop").container(container).build().existing())
                .as("the Certificate creates it")
                .isEmpty();
        assertRefused(
                () -> certificate.secret().env("CRT", "tls.cert"),
                "Secret \"shop-tls\" of Certificate \"shop-tls\" has no key \"tls.cert\". Keys: tls.crt, tls.key, ca.crt."
                        + " Did you mean \"tls.crt\"?");
    }

    @Test
    void the_certificate_of_a_server_has_the_names_of_its_pods() {
        var peers = Certificate.named("etcd-peers")
                .issuer(authority)
                .dnsName(etcd.address(0))
                .addDnsName(etcd.address(0).fullyQualified(shop))
                .secretName("etcd-peer-tls")
                .commonName("etcd")
                .duration(ofDays(365))
                .renewBefore(ofDays(30).plusMinutes(30))
                .addUsages(SERVER_AUTH, CLIENT_AUTH)
                .privateKey(
                        CertificatePrivateKey.ecdsa(256).rotationPolicy(CertificatePrivateKey.RotationPolicy.ALWAYS))
                .customize(model ->
                        model.editMetadata().addToLabels("team", "storage").endMetadata())
                .build();
        assertThat(Yaml.of(peers)).isEqualTo("""
                apiVersion: cert-manager.io/v1
                kind: Certificate
                metadata:
                  name: etcd-peers
                  labels:
                    team: storage
                spec:
                  secretName: etcd-peer-tls
                  issuerRef:
                    name: shop-ca
                    kind: Issuer
                  commonName: etcd
                  dnsNames:
                  - etcd-0.etcd
                  - etcd-0.etcd.shop.svc.cluster.local
                  duration: 8760h
                  renewBefore: 720h30m
                  usages:
                  - server auth
                  - client auth
                  privateKey:
                    algorithm: ECDSA
                    size: 256
                    rotationPolicy: Always
                """);
        assertThat(peers.existing()).as("the Issuer is in the set").isEmpty();
    }

    @Test
    void an_authority_signs_with_the_secret_of_its_own_certificate() {
        assertThat(Yaml.of(selfSigned)).isEqualTo("""
                apiVersion: cert-manager.io/v1
                kind: ClusterIssuer
                metadata:
                  name: self-signed
                spec:
                  selfSigned: {}
                """);
        assertThat(Yaml.of(root)).contains("  isCA: true\n");
        assertThat(Yaml.of(authority)).isEqualTo("""
                apiVersion: cert-manager.io/v1
                kind: Issuer
                metadata:
                  name: shop-ca
                spec:
                  ca:
                    secretName: shop-root
                """);
        assertThat(authority
                        .withConfig(IssuerConfig.ca(Secret.existing("company-ca")))
                        .existing())
                .containsExactly(new ExistingObject("Secret", "company-ca"));
    }

    @Test
    void an_acme_server_asks_the_ingress_controller() {
        var letsEncrypt = ClusterIssuer.named("letsencrypt")
                .config(IssuerConfig.acme(
                                "https://acme-v02.api.letsencrypt.org/directory",
                                "letsencrypt-account",
                                IngressClass.existing("nginx"))
                        .email("ops@example.com"))
                .build();
        assertThat(Yaml.of(letsEncrypt)).isEqualTo("""
                apiVersion: cert-manager.io/v1
                kind: ClusterIssuer
                metadata:
                  name: letsencrypt
                spec:
                  acme:
                    server: https://acme-v02.api.letsencrypt.org/directory
                    email: ops@example.com
                    privateKeySecretRef:
                      name: letsencrypt-account
                    solvers:
                    - http01:
                        ingress:
                          ingressClassName: nginx
                """);
        assertThat(letsEncrypt.existing()).containsExactly(new ExistingObject("IngressClass", "nginx"));
        assertRefused(
                () -> IssuerConfig.acme("http://localhost", "key", IngressClass.existing("nginx")),
                "IssuerConfig: acme.server: Invalid value: \"http://localhost\": must start with https://");
    }

    @Test
    void the_namespace_of_the_file_applies_to_an_issuer_and_not_to_a_cluster_issuer() {
        var file = ManifestFile.of("issuers.yaml", selfSigned, authority).in(shop);
        assertThat(file.toModel(selfSigned).getMetadata().getNamespace()).isNull();
        assertThat(file.toModel(authority).getMetadata().getNamespace()).isEqualTo("shop");
    }

    @Test
    void what_cert_manager_refuses_is_refused() {
        assertRefused(
                () -> named("c").commonName("n".repeat(65)).build(),
                "Certificate \"c\": spec.commonName: Invalid value: \"" + "n".repeat(65)
                        + "\": must have at most 64 characters, but has 65");
        assertRefused(
                () -> named("c").duration(ofMinutes(59)).build(),
                "Certificate \"c\": spec.duration: Invalid value: \"PT59M\": must be at least 1h, in whole seconds");
        assertRefused(
                () -> named("c").renewBefore(ofMillis(300_001)).build(),
                "Certificate \"c\": spec.renewBefore: Invalid value: \"PT5M0.001S\": must be at least 5m, in whole"
                        + " seconds");
        assertRefused(
                () -> named("c").duration(ofHours(2)).renewBefore(ofHours(2)).build(),
                "Certificate \"c\": spec.renewBefore: Invalid value: \"2h\": must be less than the duration of 2h");
        assertRefused(
                () -> named("c").renewBefore(ofDays(90)).build(),
                "Certificate \"c\": spec.renewBefore: Invalid value: \"2160h\": must be less than the duration of 2160h");
        assertRefused(
                () -> named("c").addDnsName(etcd.address(0, client)).build(),
                "Certificate \"c\": spec.dnsNames: Invalid value: \"etcd-0.etcd:2379\": must be a DNS name, without a port"
                        + " and a path");
        assertRefused(
                () -> named("c").secretName("Shop").build(),
                "Certificate \"c\": the name of its Secret: Invalid value: \"Shop\": must be lower case letters, digits,"
                        + " '-' or '.', and start and end with a letter or digit");
        assertRefused(
                () -> CertificatePrivateKey.rsa(1024),
                "CertificatePrivateKey size: Invalid value: 1024: must be between 2048 and 8192 for RSA, inclusive");
        assertRefused(
                () -> CertificatePrivateKey.ecdsa(512),
                "CertificatePrivateKey size: Invalid value: 512: must be 256, 384 or 521 for ECDSA");
        assertThat(Yaml.of(
                        named("c").privateKey(CertificatePrivateKey.ed25519()).build()))
                .endsWith("  privateKey:\n    algorithm: Ed25519\n");
    }

    private static CertificateBuildStages.BuildFinal named(String name) {
        return Certificate.named(name).issuer(Issuer.existing("ca")).dnsName("a.example.com");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
