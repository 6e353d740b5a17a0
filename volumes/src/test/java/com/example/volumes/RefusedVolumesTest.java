package com.example.volumes;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.workload.AccessMode.READ_WRITE_MANY;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE_POD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.ConfigMap;
import dev.berth.config.ResourceFieldRef;
import dev.berth.config.Secret;
import dev.berth.value.FileMode;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.pod.ClaimVolume;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.CsiVolume;
import dev.berth.volumes.pod.DownwardApiFile;
import dev.berth.volumes.pod.DownwardApiVolume;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.volumes.pod.EphemeralVolume;
import dev.berth.volumes.pod.HostPath;
import dev.berth.volumes.pod.KeyToPath;
import dev.berth.volumes.pod.PodCertificateProjection;
import dev.berth.volumes.pod.ProjectedVolume;
import dev.berth.volumes.pod.RawVolume;
import dev.berth.volumes.pod.SecretVolume;
import dev.berth.volumes.pod.VolumeProjection;
import io.fabric8.kubernetes.api.model.Volume;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RefusedVolumesTest {

    private static final String DNS_LABEL =
            "must be lower case letters, digits or '-', and start and end with a letter or digit";

    private final ConfigMap config = ConfigMap.named("app-config")
            .putData("app.properties", "a=b")
            .putData("nginx.conf", "events {}")
            .build();
    private final Secret secret =
            Secret.named("app-secrets").putDemoValue("api-key", "none").build();

    @Test
    void a_name_that_is_not_valid_for_a_volume() {
        refused(() -> EmptyDir.named("Cache")).hasMessage("EmptyDir name: Invalid value: \"Cache\": " + DNS_LABEL);
        refused(() -> HostPath.named("a.b")).hasMessage("HostPath name: Invalid value: \"a.b\": " + DNS_LABEL);
        refused(() -> SecretVolume.named("")).hasMessage("SecretVolume name: Invalid value: \"\": " + DNS_LABEL);
        refused(() -> RawVolume.of(new Volume())).hasMessage("RawVolume name: Invalid value: \"\": " + DNS_LABEL);
        refused(() -> ClaimVolume.of(PersistentVolumeClaim.existing("data.example.com")))
                .hasMessage(
                        "ClaimVolume name: Invalid value: \"data.example.com\": valid for a claim but not for a volume:"
                                + " name the volume with ClaimVolume.named(…)");
    }

    @Test
    void an_invalid_path_on_the_node() {
        refused(() -> HostPath.named("data").path("tmp/data").build())
                .hasMessage("HostPath \"data\" path: Invalid value: \"tmp/data\": must be absolute, starting with '/'");
        refused(() -> HostPath.named("data").path("/tmp/../etc").build())
                .hasMessage("HostPath \"data\" path: Invalid value: \"/tmp/../etc\": must not contain '..'");
        assertThat(HostPath.named("device")
                        .path("/dev/disk/by-path/pci-0000:00:1f.2")
                        .build()
                        .path())
                .contains(":");
    }

    @Test
    void a_key_that_the_object_does_not_have() {
        refused(() -> ConfigMapVolume.named("config")
                        .configMap(config)
                        .addItem(KeyToPath.of("ngins.conf"))
                        .build())
                .hasMessage(
                        "ConfigMap \"app-config\" has no key \"ngins.conf\". Keys: app.properties, nginx.conf. Did you"
                                + " mean \"nginx.conf\"?");
        refused(() -> SecretVolume.named("keys")
                        .secret(secret)
                        .addItem(KeyToPath.of("api_key"))
                        .build())
                .hasMessage("Secret \"app-secrets\" has no key \"api_key\". Keys: api-key. Did you mean \"api-key\"?");
        refused(() -> VolumeProjection.secret(secret, KeyToPath.of("password")))
                .hasMessage("Secret \"app-secrets\" has no key \"password\". Keys: api-key.");
        assertThat(SecretVolume.named("keys")
                        .secret(Secret.existing("elsewhere"))
                        .addItem(KeyToPath.of("any"))
                        .build()
                        .items())
                .hasSize(1);
    }

    @Test
    void a_path_outside_the_volume_or_without_a_file_name() {
        String dots = "must not start with '..' or contain it as a part";
        String noFile = "must name a file, without '.' or empty parts";
        refused(() -> KeyToPath.of("a").path("/etc/a"))
                .hasMessage("KeyToPath path: Invalid value: \"/etc/a\": must be relative: it must not start with '/'");
        refused(() -> KeyToPath.of("a").path("b/../../a"))
                .hasMessage("KeyToPath path: Invalid value: \"b/../../a\": " + dots);
        refused(() -> KeyToPath.of("a").path("..data"))
                .hasMessage("KeyToPath path: Invalid value: \"..data\": " + dots);
        refused(() -> KeyToPath.of("a").path("b//a")).hasMessage("KeyToPath path: Invalid value: \"b//a\": " + noFile);
        refused(() -> DownwardApiFile.labels("")).hasMessage("DownwardApiFile path: Invalid value: \"\": " + noFile);
        refused(() -> VolumeProjection.serviceAccountToken("./token"))
                .hasMessage("ServiceAccountTokenProjection path: Invalid value: \"./token\": " + noFile);
    }

    @Test
    void two_files_with_conflicting_paths() {
        refused(() -> ConfigMapVolume.named("config")
                        .configMap(config)
                        .addItems(
                                KeyToPath.of("nginx.conf"),
                                KeyToPath.of("app.properties").path("nginx.conf"))
                        .build())
                .hasMessage(
                        "ConfigMapVolume \"config\": the file \"nginx.conf\" of the key \"app.properties\" conflicts with"
                                + " \"nginx.conf\" of the key \"nginx.conf\": give one of them another path");
        refused(() -> DownwardApiVolume.named("podinfo")
                        .addItems(DownwardApiFile.labels("pod"), DownwardApiFile.podName("pod/name"))
                        .build())
                .hasMessage("DownwardApiVolume \"podinfo\": the file \"pod/name\" of the pod's fields conflicts with"
                        + " \"pod\" of the pod's fields: give one of them another path");
    }

    @Test
    void sources_of_a_projected_volume_with_conflicting_paths() {
        Secret clash = Secret.named("clash").putDemoValue("nginx.conf", "x").build();

        refused(() -> ProjectedVolume.named("all")
                        .addSources(VolumeProjection.configMap(config), VolumeProjection.secret(clash))
                        .build())
                .hasMessage("ProjectedVolume \"all\": the file \"nginx.conf\" of Secret \"clash\" conflicts with"
                        + " \"nginx.conf\" of ConfigMap \"app-config\": give one of them another path");
        refused(() -> ProjectedVolume.named("all")
                        .addSource(VolumeProjection.serviceAccountToken("keys"))
                        .addSource(VolumeProjection.secret(
                                secret, KeyToPath.of("api-key").path("keys/api")))
                        .build())
                .hasMessage("ProjectedVolume \"all\": the file \"keys/api\" of Secret \"app-secrets\" conflicts with"
                        + " \"keys\" of the service account's token: give one of them another path");
        assertThat(ProjectedVolume.named("all")
                        .addSources(
                                VolumeProjection.configMap(config),
                                VolumeProjection.configMap(ConfigMap.existing("other"))
                                        .optional())
                        .build()
                        .sources())
                .hasSize(2);
    }

    @Test
    void a_volume_without_files() {
        refused(() -> ProjectedVolume.named("all").build())
                .hasMessage("ProjectedVolume \"all\": sources: Required value: add one with addSource");
        refused(() -> DownwardApiVolume.named("podinfo").build())
                .hasMessage("DownwardApiVolume \"podinfo\": items: Required value: add a file with addItem");
    }

    @Test
    void a_lifetime_of_a_token_or_a_certificate_that_the_api_server_refuses() {
        refused(() -> VolumeProjection.serviceAccountToken("token").expiration(Duration.ofSeconds(599)))
                .hasMessage(
                        "ServiceAccountTokenProjection expiration: Invalid value: \"PT9M59S\": must be a whole number of seconds"
                                + " between 600 and 4294967296");
        refused(() -> VolumeProjection.serviceAccountToken("token").expiration(Duration.ofMillis(600_500)))
                .hasMessage(
                        "ServiceAccountTokenProjection expiration: Invalid value: \"PT10M0.5S\": must be a whole number of seconds"
                                + " between 600 and 4294967296");
        refused(() -> VolumeProjection.podCertificate(
                                "example.com/ca", PodCertificateProjection.KeyType.ED25519, "pod.pem")
                        .maxExpiration(Duration.ofDays(92)))
                .hasMessage(
                        "PodCertificateProjection maxExpiration: Invalid value: \"PT2208H\": must be a whole number of seconds"
                                + " between 3600 and 7862400");
        refused(() -> VolumeProjection.clusterTrustBundles("my-signer", "ca.pem"))
                .hasMessage(
                        "ClusterTrustBundleProjection signerName: Invalid value: \"my-signer\": must be a domain and a name with"
                                + " '/' between them, such as example.com/my-signer");
    }

    @Test
    void a_unit_that_a_resource_does_not_have() {
        refused(() -> DownwardApiFile.resourceFieldRef("app", ResourceFieldRef.LIMITS_CPU, "cpu")
                        .divisor(Quantity.of("1Mi")))
                .hasMessage("DownwardApiFile divisor: Invalid value: \"1Mi\": must be one of 1m, 1");
        refused(() -> DownwardApiFile.labels("labels").divisor(Quantity.of("1")))
                .hasMessage("DownwardApiFile divisor: Invalid value: \"1\": only a file of a resource has a unit");
        refused(() -> DownwardApiFile.label("no key", "label"))
                .hasMessage(
                        "DownwardApiFile label: Invalid value: \"no key\": must be letters, digits, '-', '_' or '.', start and"
                                + " end with a letter or digit, and have at most 63 characters, with an optional DNS prefix such"
                                + " as example.com/");
    }

    @Test
    void an_invalid_ephemeral_claim() {
        refused(() -> EphemeralVolume.named("scratch")
                        .accessMode(READ_WRITE_ONCE_POD)
                        .storage(gibi(1))
                        .addAccessModes(READ_WRITE_MANY)
                        .build())
                .hasMessage("EphemeralVolume \"scratch\": spec.accessModes: Forbidden: ReadWriteOncePod excludes every"
                        + " other access mode");
        refused(() -> EphemeralVolume.named("scratch")
                        .accessMode(READ_WRITE_ONCE)
                        .storage(gibi(1))
                        .storageLimit(mebi(1))
                        .build())
                .hasMessage(
                        "EphemeralVolume \"scratch\": spec.resources.limits.storage: Invalid value: \"1Mi\": must not"
                                + " be below the request of 1Gi");
    }

    @Test
    void a_driver_with_an_invalid_name() {
        refused(() -> CsiVolume.named("tls").driver("csi driver").build())
                .hasMessage(
                        "CsiVolume \"tls\" driver: Invalid value: \"csi driver\": must be lower case letters, digits,"
                                + " '-' or '.', and start and end with a letter or digit");
        assertThat(CsiVolume.named("tls").driver("CSI.example.com").build().driver())
                .isEqualTo("CSI.example.com");
    }

    @Test
    void a_mode_above_0777() {
        refused(() -> FileMode.of("0999"))
                .hasMessage(
                        "FileMode: Invalid value: \"0999\": must be three octal digits (0 to 7) after an optional 0,"
                                + " such as 0400 or 0644");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable declaration) {
        return assertThatThrownBy(declaration).isInstanceOf(InvalidValueException.class);
    }
}
