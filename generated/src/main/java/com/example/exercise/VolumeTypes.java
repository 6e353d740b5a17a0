package com.example.exercise;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static java.time.Duration.ofSeconds;

import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.manifest.Manifest;
import dev.berth.value.FileMode;
import dev.berth.volumes.HostPathType;
import dev.berth.volumes.PersistentVolume;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.PersistentVolumeReclaimPolicy;
import dev.berth.volumes.PersistentVolumeSource;
import dev.berth.volumes.pod.ClaimVolume;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.DownwardApiFile;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.volumes.pod.HostPath;
import dev.berth.volumes.pod.ProjectedVolume;
import dev.berth.volumes.pod.SecretVolume;
import dev.berth.volumes.pod.VolumeProjection;
import dev.berth.volumes.storageclass.StorageClass;
import dev.berth.workload.Container;
import dev.berth.workload.Mount;
import dev.berth.workload.Pod;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.Resources;
import dev.berth.workload.SeccompProfile;
import dev.berth.workload.SecurityContext;
import java.util.List;

/** A small pod for each type of volume, and the objects that the volumes refer to. */
final class VolumeTypes {

    /** A user other than root. The files of these volumes are readable for its group. */
    private static final int SOMEONE = 10001;

    private VolumeTypes() {}

    static List<Manifest> manifests() {
        return List.of(
                emptyDir(),
                hostPath(),
                persistentVolume(),
                persistentVolumeClaim(),
                claim(),
                config(),
                configMap(),
                secrets(),
                secret(),
                projected());
    }

    static Pod emptyDir() {
        var cache = EmptyDir.named("cache-volume").sizeLimit(mebi(100)).build();
        return Pod.named("emptydir-example")
                .container(busybox("writer", loop("date > /cache/now"), cache.at("/cache")))
                .addContainer(busybox(
                        "reader", loop("cat /cache/now"), cache.at("/cache").readOnly()))
                .securityContext(asSomeone())
                .automountServiceAccountToken(false)
                .terminationGracePeriod(ofSeconds(5))
                .build();
    }

    static Pod hostPath() {
        var data = HostPath.named("host-data")
                .path("/tmp/nginx-data")
                .type(HostPathType.DIRECTORY_OR_CREATE)
                .build();
        return Pod.named("hostpath-example")
                .container(busybox("writer", loop("date >> /data/log"), data.at("/data")))
                .comment("For development only: the data stays on one node, and the pod sees that node's files.")
                .securityContext(asOwnerOfTheDirectory())
                .automountServiceAccountToken(false)
                .terminationGracePeriod(ofSeconds(5))
                .build();
    }

    static PersistentVolume persistentVolume() {
        return PersistentVolume.named("manual-pv-001")
                .capacity(gibi(5))
                .accessMode(READ_WRITE_ONCE)
                .source(PersistentVolumeSource.hostPath("/mnt/data/pv-001").type(HostPathType.DIRECTORY_OR_CREATE))
                .persistentVolumeReclaimPolicy(PersistentVolumeReclaimPolicy.RETAIN)
                .storageClass(StorageClass.none())
                .build();
    }

    static PersistentVolumeClaim persistentVolumeClaim() {
        return PersistentVolumeClaim.named("manual-pvc-001")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(5))
                .storageClass(StorageClass.none())
                .volume(persistentVolume())
                .build();
    }

    static Pod claim() {
        var data = ClaimVolume.named("data").claim(persistentVolumeClaim()).build();
        return Pod.named("pvc-example")
                .container(busybox("writer", loop("date >> /data/log"), data.at("/data")))
                .securityContext(asOwnerOfTheDirectory())
                .automountServiceAccountToken(false)
                .terminationGracePeriod(ofSeconds(5))
                .build();
    }

    static ConfigMap config() {
        return ConfigMap.named("app-config-vol")
                .putData("app.properties", Template.read("app.properties"))
                .putData("nginx.conf", Template.read("nginx.conf"))
                .build();
    }

    static Pod configMap() {
        var config = ConfigMapVolume.named("config-volume").configMap(config()).build();
        return Pod.named("configmap-volume-example")
                .container(busybox(
                        "reader",
                        loop("cat /config/app.properties"),
                        config.at("/config").readOnly()))
                .securityContext(asSomeone())
                .automountServiceAccountToken(false)
                .terminationGracePeriod(ofSeconds(5))
                .build();
    }

    static Secret secrets() {
        return Secret.named("app-secrets-vol")
                .putDemoValue("database-password", "demo-only-password")
                .putDemoValue("api-key", "demo-only-key")
                .build();
    }

    static Pod secret() {
        var secrets = SecretVolume.named("secret-volume")
                .secret(secrets())
                .defaultMode(FileMode.of("0400"))
                .build();
        return Pod.named("secret-volume-example")
                .container(busybox(
                        "reader",
                        loop("ls -lL /secrets"),
                        secrets.at("/secrets").readOnly()))
                .securityContext(asSomeone())
                .automountServiceAccountToken(false)
                .terminationGracePeriod(ofSeconds(5))
                .build();
    }

    static Pod projected() {
        var all = ProjectedVolume.named("projected-volume")
                .addSource(VolumeProjection.configMap(config()))
                .addSource(VolumeProjection.secret(secrets()))
                .addSource(VolumeProjection.downwardApi(DownwardApiFile.labels("labels")))
                .build();
        return Pod.named("projected-volume-example")
                .container(busybox(
                        "reader",
                        loop("ls -lL /projected"),
                        all.at("/projected").readOnly()))
                .securityContext(asSomeone())
                .automountServiceAccountToken(false)
                .terminationGracePeriod(ofSeconds(5))
                .build();
    }

    private static Container busybox(String name, String script, Mount mount) {
        return Container.named(name)
                .image("busybox:1.37")
                .addCommand("sh", "-c", script)
                .addMount(mount)
                .resources(Resources.requests(millicores(10), mebi(16)).limits(millicores(50), mebi(32)))
                .securityContext(SecurityContext.unrestricted()
                        .allowPrivilegeEscalation(false)
                        .readOnlyRootFilesystem(true)
                        .addDroppedCapability("ALL")
                        .build())
                .build();
    }

    /** Does it every five seconds, and ends at once when it is told to. */
    private static String loop(String work) {
        return """
                trap 'exit 0' TERM
                while true; do
                  %s
                  sleep 5 &
                  wait $!
                done
                """.formatted(work);
    }

    private static PodSecurityContext asSomeone() {
        return PodSecurityContext.restricted()
                .runAsUser(SOMEONE)
                .runAsGroup(SOMEONE)
                .fsGroup(SOMEONE)
                .build();
    }

    /** The kubelet makes a directory on the node for root, and gives it to no group: only root can write there. */
    private static PodSecurityContext asOwnerOfTheDirectory() {
        return PodSecurityContext.unrestricted()
                .runAsUser(0)
                .runAsGroup(0)
                .seccompProfile(SeccompProfile.runtimeDefault())
                .build();
    }
}
