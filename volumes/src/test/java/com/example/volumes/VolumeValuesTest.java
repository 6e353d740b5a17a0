package com.example.volumes;

import static com.example.volumes.Yaml.rendered;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.object.ExistingObject;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.pod.ClaimVolume;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.CsiVolume;
import dev.berth.volumes.pod.DownwardApiFile;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.volumes.pod.EphemeralVolume;
import dev.berth.volumes.pod.ProjectedVolume;
import dev.berth.volumes.pod.RawVolume;
import dev.berth.volumes.pod.SecretVolume;
import dev.berth.volumes.pod.VolumeProjection;
import dev.berth.volumes.storageclass.StorageClass;
import dev.berth.volumes.storageclass.VolumeAttributesClass;
import dev.berth.workload.Container;
import dev.berth.workload.DataSource;
import dev.berth.workload.Pod;
import dev.berth.workload.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VolumeValuesTest {

    private final ConfigMap config =
            ConfigMap.named("app-config").putData("a", "b").build();

    @Test
    void a_volume_reports_references_to_existing_objects() {
        assertThat(ConfigMapVolume.named("v")
                        .configMap(ConfigMap.existing("c"))
                        .build()
                        .existing())
                .containsExactly(new ExistingObject("ConfigMap", "c"));
        assertThat(SecretVolume.named("v").secret(Secret.existing("s")).build().existing())
                .containsExactly(new ExistingObject("Secret", "s"));
        assertThat(ClaimVolume.of(PersistentVolumeClaim.existing("data")).existing())
                .containsExactly(new ExistingObject("PersistentVolumeClaim", "data"));
        assertThat(CsiVolume.named("v")
                        .driver("csi.example.com")
                        .nodePublishSecret(Secret.existing("login"))
                        .build()
                        .existing())
                .containsExactly(new ExistingObject("Secret", "login"));
        assertThat(EphemeralVolume.named("v")
                        .accessMode(READ_WRITE_ONCE)
                        .storage(gibi(1))
                        .storageClass(StorageClass.existing("fast"))
                        .dataSource(DataSource.existingSnapshot("monday"))
                        .volumeAttributesClass(VolumeAttributesClass.existing("gold"))
                        .build()
                        .existing())
                .containsExactlyInAnyOrder(
                        new ExistingObject("StorageClass", "fast"),
                        new ExistingObject("VolumeSnapshot", "monday"),
                        new ExistingObject("VolumeAttributesClass", "gold"));
        assertThat(ProjectedVolume.named("v")
                        .addSource(VolumeProjection.configMap(ConfigMap.existing("c")))
                        .addSource(VolumeProjection.secret(Secret.existing("s")))
                        .addSource(VolumeProjection.existingClusterTrustBundle("roots", "ca.pem"))
                        .build()
                        .existing())
                .containsExactlyInAnyOrder(
                        new ExistingObject("ConfigMap", "c"),
                        new ExistingObject("Secret", "s"),
                        new ExistingObject("ClusterTrustBundle", "roots"));
    }

    @Test
    void a_volume_of_declared_objects_reports_no_existing_objects() {
        assertThat(ConfigMapVolume.named("v").configMap(config).build().existing())
                .isEmpty();
        assertThat(ProjectedVolume.named("v")
                        .addSources(
                                VolumeProjection.configMap(config),
                                VolumeProjection.downwardApi(DownwardApiFile.uid("uid")))
                        .build()
                        .existing())
                .isEmpty();
        assertThat(EmptyDir.named("v").build().existing()).isEmpty();
    }

    @Test
    void two_equal_volumes_are_one_volume_of_the_pod() {
        Volume first = EmptyDir.named("cache").sizeLimit(mebi(1024)).build();
        Volume second = EmptyDir.named("cache").sizeLimit(gibi(1)).build();
        Pod pod = Pod.named("web")
                .container(Container.named("web")
                        .image("nginx:1.29-alpine")
                        .addMounts(first.at("/a"), second.at("/b"))
                        .build())
                .build();

        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
        assertThat(((io.fabric8.kubernetes.api.model.Pod) pod.toModel())
                        .getSpec()
                        .getVolumes())
                .hasSize(1);
    }

    @Test
    void sources_are_values() {
        assertThat(Set.of(
                        VolumeProjection.configMap(config).optional(),
                        VolumeProjection.secret(Secret.existing("s")),
                        VolumeProjection.downwardApi(DownwardApiFile.namespace("ns")),
                        VolumeProjection.serviceAccountToken("token").audience("vault"),
                        VolumeProjection.existingClusterTrustBundle("roots", "ca.pem")))
                .contains(
                        VolumeProjection.configMap(config).optional(),
                        VolumeProjection.secret(Secret.existing("s")),
                        VolumeProjection.downwardApi(DownwardApiFile.namespace("ns")),
                        VolumeProjection.serviceAccountToken("token").audience("vault"),
                        VolumeProjection.existingClusterTrustBundle("roots", "ca.pem"))
                .doesNotContain(
                        VolumeProjection.configMap(config),
                        VolumeProjection.downwardApi(DownwardApiFile.namespace("other")),
                        VolumeProjection.serviceAccountToken("token"));
    }

    @Test
    void an_empty_directory_can_use_huge_pages() {
        assertThat(rendered(EmptyDir.named("pages")
                        .medium(EmptyDir.Medium.hugePages())
                        .build()))
                .isEqualTo("""
                        name: pages
                        emptyDir:
                          medium: HugePages
                        """);
        assertThat(EmptyDir.Medium.hugePages(mebi(2))).hasToString("HugePages-2Mi");
    }

    @Test
    void an_empty_directory_without_options_is_rendered_as_an_empty_map() {
        assertThat(rendered(EmptyDir.named("tmp").build())).isEqualTo("""
                name: tmp
                emptyDir: {}
                """);
    }

    @Test
    void a_raw_volume_is_a_copy() {
        var model = new VolumeBuilder()
                .withName("model")
                .withNewImage()
                .withReference("registry.example.com/model:1")
                .endImage()
                .build();
        RawVolume volume = RawVolume.of(model);
        model.getImage().setReference("changed");
        volume.toModel().getImage().setReference("changed");

        assertThat(rendered(volume)).isEqualTo("""
                name: model
                image:
                  reference: registry.example.com/model:1
                """);
    }

    @Test
    void the_string_form_of_a_volume_never_contains_a_secret_value() {
        Secret secret = Secret.named("s").putDemoValue("password", "hunter2").build();

        assertThat(SecretVolume.named("v").secret(secret).build().toString()).doesNotContain("hunter2");
        assertThat(VolumeProjection.secret(secret).toString()).doesNotContain("hunter2");
    }
}
