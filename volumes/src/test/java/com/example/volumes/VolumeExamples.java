package com.example.volumes;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.volumes.PersistentVolumeReclaimPolicy.RETAIN;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;

import dev.berth.config.ConfigMap;
import dev.berth.config.ResourceFieldRef;
import dev.berth.config.Secret;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.value.FileMode;
import dev.berth.value.Quantity;
import dev.berth.volumes.HostPathType;
import dev.berth.volumes.PersistentVolume;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.PersistentVolumeSource;
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
import dev.berth.volumes.storageclass.StorageClass;
import dev.berth.workload.Affinity;
import dev.berth.workload.Container;
import dev.berth.workload.Mount;
import dev.berth.workload.Pod;
import dev.berth.workload.Resources;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.time.Duration;

/** A pod for each type of volume, as shown in docs/volumes.md. */
public final class VolumeExamples implements ManifestSource {

    private final ConfigMap config = ConfigMap.named("app-config")
            .putData("app.properties", "greeting=hello\n")
            .putData("nginx.conf", "events {}\n")
            .build();
    private final Secret secret = Secret.named("app-secrets")
            .putDemoValue("api-key", "not-a-secret")
            .putDemoValue("database-password", "not-a-secret")
            .build();

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(
                emptyDir(),
                hostPath(),
                persistentVolume(),
                localVolume(),
                claim(),
                configMap(),
                secret(),
                projected(),
                downwardApi(),
                ephemeral(),
                csi(),
                raw());
    }

    private ManifestFile emptyDir() {
        var cache = EmptyDir.named("cache-volume").sizeLimit(mebi(100)).build();
        var memory = EmptyDir.named("run").medium(EmptyDir.Medium.memory()).build();

        return file("emptydir", cache.at("/cache"), memory.at("/run"));
    }

    private ManifestFile hostPath() {
        var data = HostPath.named("host-data")
                .path("/tmp/nginx-data")
                .type(HostPathType.DIRECTORY_OR_CREATE)
                .build();

        return file("hostpath", data.at("/usr/share/nginx/html"));
    }

    private ManifestFile persistentVolume() {
        var volume = PersistentVolume.named("manual-pv-001")
                .capacity(gibi(5))
                .accessMode(READ_WRITE_ONCE)
                .source(PersistentVolumeSource.hostPath("/mnt/data/pv-001"))
                .storageClass(StorageClass.none())
                .persistentVolumeReclaimPolicy(RETAIN)
                .build();
        var claim = PersistentVolumeClaim.named("manual-pvc-001")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(5))
                .storageClass(StorageClass.none())
                .volume(volume)
                .build();
        var data = ClaimVolume.of(claim);

        return ManifestFile.of("volumes/persistent-volume.yaml", volume, claim, pod("pvc", data.at("/data")));
    }

    private ManifestFile localVolume() {
        var disk = PersistentVolume.named("ssd-1")
                .capacity(gibi(100))
                .accessMode(READ_WRITE_ONCE)
                .source(PersistentVolumeSource.local(
                        "/mnt/disks/ssd1", LabelSelectorRequirement.is(Affinity.HOSTNAME, "node-1")))
                .storageClass(StorageClass.existing("local-disks"))
                .build();

        return ManifestFile.of("volumes/local-volume.yaml", disk);
    }

    private ManifestFile claim() {
        var data = ClaimVolume.named("data")
                .claim(PersistentVolumeClaim.existing("yesterdays-data"))
                .readOnly(true)
                .build();

        return file("existing-claim", data.at("/data"));
    }

    private ManifestFile configMap() {
        var whole = ConfigMapVolume.named("config-volume").configMap(config).build();
        var one = ConfigMapVolume.named("nginx")
                .configMap(config)
                .addItem(KeyToPath.of("nginx.conf").path("conf/nginx.conf").mode(FileMode.of("0444")))
                .defaultMode(FileMode.of("0440"))
                .optional(true)
                .build();

        return ManifestFile.of(
                "volumes/configmap.yaml", config, pod("configmap", whole.at("/config"), one.at("/etc/nginx")));
    }

    private ManifestFile secret() {
        var keys = SecretVolume.named("secret-volume")
                .secret(secret)
                .defaultMode(FileMode.of("0400"))
                .build();

        return ManifestFile.of("volumes/secret.yaml", secret, pod("secret", keys.at("/secrets")));
    }

    private ManifestFile projected() {
        var all = ProjectedVolume.named("projected-volume")
                .addSource(VolumeProjection.configMap(config))
                .addSource(VolumeProjection.secret(
                        secret, KeyToPath.of("api-key").path("keys/api").mode(FileMode.of("0400"))))
                .addSource(VolumeProjection.downwardApi(DownwardApiFile.labels("labels")))
                .addSource(VolumeProjection.serviceAccountToken("token")
                        .audience("vault")
                        .expiration(Duration.ofHours(2)))
                .addSource(VolumeProjection.clusterTrustBundles(
                                "example.com/my-signer", "ca.pem", LabelSelectorRequirement.is("stage", "live"))
                        .optional())
                .addSource(VolumeProjection.podCertificate(
                                "example.com/my-signer", PodCertificateProjection.KeyType.ECDSA_P256, "certificate.pem")
                        .maxExpiration(Duration.ofHours(24)))
                .build();

        return file("projected", all.at("/projected"));
    }

    private ManifestFile downwardApi() {
        var podinfo = DownwardApiVolume.named("podinfo")
                .addItems(DownwardApiFile.labels("labels"), DownwardApiFile.podName("name"))
                .addItem(
                        DownwardApiFile.annotation("example.com/build", "build").mode(FileMode.of("0400")))
                .addItem(DownwardApiFile.resourceFieldRef("example", ResourceFieldRef.LIMITS_MEMORY, "memory")
                        .divisor(Quantity.of("1Mi")))
                .build();

        return file("downward-api", podinfo.at("/etc/podinfo"));
    }

    private ManifestFile ephemeral() {
        var scratch = EphemeralVolume.named("scratch")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(100))
                .storageClass(StorageClass.existing("fast-ssd"))
                .putClaimLabel("purpose", "scratch")
                .build();

        return file("ephemeral", scratch.at("/scratch"));
    }

    private ManifestFile csi() {
        var certificates = CsiVolume.named("certificates")
                .driver("csi.cert-manager.io")
                .putVolumeAttribute("csi.cert-manager.io/issuer-name", "ca")
                .readOnly(true)
                .nodePublishSecret(Secret.existing("issuer-login"))
                .build();

        return file("csi", certificates.at("/tls"));
    }

    private ManifestFile raw() {
        var model = RawVolume.of(new VolumeBuilder()
                .withName("model")
                .withNewImage()
                .withReference("registry.example.com/model:1")
                .endImage()
                .build());

        return file("raw", model.at("/model"));
    }

    private static ManifestFile file(String name, Mount... mounts) {
        return ManifestFile.of("volumes/" + name + ".yaml", pod(name, mounts));
    }

    private static Pod pod(String name, Mount... mounts) {
        return Pod.named(name + "-example")
                .container(Container.named("example")
                        .image("nginx:1.29-alpine")
                        .addMounts(mounts)
                        .resources(Resources.requests(millicores(50), mebi(64)).memoryLimit(mebi(64)))
                        .build())
                .build();
    }
}
