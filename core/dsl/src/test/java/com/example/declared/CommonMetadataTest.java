package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.manifest.CommonMetadata;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.manifest.RawManifest;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.value.Bytes;
import dev.berth.value.Port;
import dev.berth.workload.AccessMode;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.CronJob;
import dev.berth.workload.Schedule;
import dev.berth.workload.StatefulSet;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Labels and annotations that all objects of a file or of a tree have. */
class CommonMetadataTest {

    private final CommonMetadata metadata = CommonMetadata.with()
            .putLabel("app.kubernetes.io/part-of", "shop")
            .putLabel("app.kubernetes.io/managed-by", "berth")
            .putAnnotation("example.com/owner", "storage-team")
            .build();
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(AccessMode.READ_WRITE_ONCE)
            .storage(Bytes.gibi(1))
            .build();
    private final StatefulSet set = StatefulSet.named("postgres")
            .service(HeadlessService.named("postgres-headless"))
            .replicas(1)
            .container(Container.named("postgres")
                    .image("postgres:17")
                    .addPort(Port.tcp("sql", 5432))
                    .addMount(data.at("/data"))
                    .build())
            .putLabel("app.kubernetes.io/part-of", "warehouse")
            .build();
    private final Service service = Service.named("postgres").selecting(set).build();

    @Test
    void every_object_of_a_file_has_the_labels_and_annotations() {
        var file = ManifestFile.of("postgres.yaml", service, set).with(metadata);

        assertThat(Yaml.of(file, service)).isEqualTo("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: postgres
                  labels:
                    app.kubernetes.io/managed-by: berth
                    app.kubernetes.io/part-of: shop
                  annotations:
                    example.com/owner: storage-team
                spec:
                  selector:
                    app: postgres
                  ports:
                  - name: sql
                    port: 5432
                    targetPort: sql
                """);
    }

    @Test
    void an_object_keeps_a_label_that_it_declares_itself_and_a_file_keeps_its_own() {
        CommonMetadata tree = CommonMetadata.with()
                .putLabel("app.kubernetes.io/managed-by", "someone-else")
                .putLabel("stage", "test")
                .build();
        ManifestSet all = ManifestSet.of(
                        ManifestFile.of("postgres.yaml", service, set).with(metadata))
                .with(tree);

        assertThat(model(all, set).getMetadata().getLabels())
                .isEqualTo(Map.of(
                        "app.kubernetes.io/managed-by", "berth",
                        "app.kubernetes.io/part-of", "warehouse",
                        "stage", "test"));
    }

    @Test
    void neither_pods_nor_selectors_nor_claim_templates_change() {
        var changed = (io.fabric8.kubernetes.api.model.apps.StatefulSet)
                ManifestFile.of("postgres.yaml", set).with(metadata).toModel(set);
        var before = (io.fabric8.kubernetes.api.model.apps.StatefulSet) set.toModel();

        assertThat(changed.getSpec()).isEqualTo(before.getSpec());
    }

    @Test
    void the_pods_get_the_labels_if_asked_for_and_the_selector_still_does_not() {
        var file = ManifestFile.of("postgres.yaml", set).with(metadata.withPods(true));
        var changed = (io.fabric8.kubernetes.api.model.apps.StatefulSet) file.toModel(set);

        assertThat(changed.getSpec().getTemplate().getMetadata().getLabels())
                .isEqualTo(Map.of(
                        "app", "postgres",
                        "app.kubernetes.io/managed-by", "berth",
                        "app.kubernetes.io/part-of", "shop"));
        assertThat(changed.getSpec().getTemplate().getMetadata().getAnnotations())
                .isEqualTo(Map.of("example.com/owner", "storage-team"));
        assertThat(changed.getSpec().getSelector().getMatchLabels()).isEqualTo(Map.of("app", "postgres"));
        assertThat(changed.getSpec()
                        .getVolumeClaimTemplates()
                        .get(0)
                        .getMetadata()
                        .getLabels())
                .isNullOrEmpty();
    }

    @Test
    void the_pods_of_a_cron_job_get_the_labels_too() {
        CronJob backup = CronJob.named("backup")
                .schedule(Schedule.daily(3, 0))
                .restartPolicy(CronJob.RestartPolicy.NEVER)
                .container(Container.named("dump").image("postgres:17").build())
                .build();
        var file = ManifestFile.of("backup.yaml", backup).with(metadata.withPods(true));

        assertThat(Yaml.of(file, backup)).contains("            app.kubernetes.io/part-of: shop\n");
    }

    @Test
    void a_workload_and_a_service_carry_the_labels_by_which_they_select_pods_if_asked_for() {
        var file = ManifestFile.of("postgres.yaml", service, set)
                .with(CommonMetadata.with().selectorLabels(true).build());

        for (Manifest manifest : List.of(service, set)) {
            assertThat(file.toModel(manifest).getMetadata().getLabels()).containsEntry("app", "postgres");
        }
    }

    @Test
    void an_object_of_the_model_in_two_files_has_the_labels_and_the_namespace_of_each() {
        RawManifest raw = RawManifest.of(new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .endMetadata()
                .build());
        ManifestFile dev = inStage(raw, "dev");
        ManifestFile prod = inStage(raw, "prod");

        assertThat(Yaml.of(dev, raw)).contains("namespace: dev\n", "stage: dev\n");
        assertThat(Yaml.of(prod, raw)).contains("namespace: prod\n", "stage: prod\n");
    }

    private static ManifestFile inStage(RawManifest raw, String stage) {
        return ManifestFile.of("settings.yaml", raw)
                .in(Namespace.named(stage).build())
                .with(CommonMetadata.with().putLabel("stage", stage).build());
    }

    @Test
    void a_label_is_checked_where_it_is_declared() {
        assertThatThrownBy(
                        () -> CommonMetadata.with().putLabel("part of", "shop").build())
                .hasMessageStartingWith("CommonMetadata: labels");
    }

    private static HasMetadata model(ManifestSet set, Manifest manifest) {
        return set.models().of(set.manifestFiles().get(0)).stream()
                .filter(declared -> declared.manifest() == manifest)
                .findFirst()
                .orElseThrow()
                .model();
    }
}
