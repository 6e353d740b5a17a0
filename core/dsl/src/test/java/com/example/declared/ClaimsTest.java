package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.workload.AccessMode.READ_ONLY_MANY;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE_POD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.network.HeadlessService;
import dev.berth.object.ExistingObject;
import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.DataSource;
import dev.berth.workload.ExistingStorageClass;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.VolumeAttributesClassSource;
import dev.berth.workload.VolumeMode;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private final ClaimTemplate data = ClaimTemplate.named("postgres-data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .build();

    @Test
    void each_pod_of_a_stateful_set_gets_a_claim_of_its_own() {
        var set = StatefulSet.named("postgres")
                .service(HeadlessService.named("postgres-headless"))
                .replicas(3)
                .container(Container.named("postgres")
                        .image("postgres:17")
                        .addMount(data.at("/var/lib/postgresql/data"))
                        .build())
                .build();
        assertThat(Yaml.of(set)).isEqualTo("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: postgres
                spec:
                  serviceName: postgres-headless
                  replicas: 3
                  selector:
                    matchLabels:
                      app: postgres
                  template:
                    metadata:
                      labels:
                        app: postgres
                    spec:
                      containers:
                      - name: postgres
                        image: postgres:17
                        volumeMounts:
                        - name: postgres-data
                          mountPath: /var/lib/postgresql/data
                  volumeClaimTemplates:
                  - apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata:
                      name: postgres-data
                    spec:
                      accessModes:
                      - ReadWriteOnce
                      resources:
                        requests:
                          storage: 1Gi
                """);
    }

    @Test
    void a_claim_declares_its_requirements_and_its_data_source() {
        var restored = ClaimTemplate.named("restored")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(10))
                .addAccessMode(READ_ONLY_MANY)
                .storageLimit(gibi(20))
                .storageClass(new ExistingStorageClass("fast"))
                .volumeMode(VolumeMode.FILESYSTEM)
                .putMatchLabel("tier", "gold")
                .addMatchExpression(LabelSelectorRequirement.notIn("zone", "c"))
                .volumeAttributesClass(VolumeAttributesClassSource.existing("gold"))
                .dataSource(DataSource.existingSnapshot("nightly"))
                .putLabel("app", "postgres")
                .build();
        var set = StatefulSet.named("postgres")
                .service(HeadlessService.existing("postgres-headless"))
                .replicas(1)
                .container(Container.named("postgres").image("postgres:17").build())
                .addVolumeClaimTemplate(restored)
                .build();
        assertThat(set.existing())
                .containsExactlyInAnyOrder(
                        new ExistingObject("Service", "postgres-headless"),
                        new ExistingObject("StorageClass", "fast"),
                        new ExistingObject("VolumeAttributesClass", "gold"),
                        new ExistingObject("VolumeSnapshot", "nightly"));
        assertThat(Yaml.of(set)).isEqualTo("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: postgres
                spec:
                  serviceName: postgres-headless
                  replicas: 1
                  selector:
                    matchLabels:
                      app: postgres
                  template:
                    metadata:
                      labels:
                        app: postgres
                    spec:
                      containers:
                      - name: postgres
                        image: postgres:17
                  volumeClaimTemplates:
                  - apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata:
                      name: restored
                      labels:
                        app: postgres
                    spec:
                      accessModes:
                      - ReadWriteOnce
                      - ReadOnlyMany
                      storageClassName: fast
                      volumeMode: Filesystem
                      resources:
                        requests:
                          storage: 10Gi
                        limits:
                          storage: 20Gi
                      selector:
                        matchLabels:
                          tier: gold
                        matchExpressions:
                        - key: zone
                          operator: NotIn
                          values:
                          - c
                      dataSource:
                        kind: VolumeSnapshot
                        name: nightly
                        apiGroup: snapshot.storage.k8s.io
                      volumeAttributesClassName: gold
                """);
    }

    @Test
    void claims_that_no_volume_can_satisfy_are_refused() {
        assertRefused(
                () -> ClaimTemplate.named("c")
                        .accessMode(READ_WRITE_ONCE_POD)
                        .storage(gibi(1))
                        .addAccessMode(READ_WRITE_ONCE)
                        .build(),
                "ClaimTemplate \"c\": spec.accessModes: Forbidden: ReadWriteOncePod excludes every other access mode");
        assertRefused(
                () -> ClaimTemplate.named("c")
                        .accessMode(READ_WRITE_ONCE)
                        .storage(gibi(2))
                        .storageLimit(gibi(1))
                        .build(),
                "ClaimTemplate \"c\": spec.resources.limits.storage: Invalid value: \"1Gi\": must not be below the"
                        + " request of 2Gi");
        assertRefused(
                () -> ClaimTemplate.named("My_Data"),
                "ClaimTemplate: metadata.name: Invalid value: \"My_Data\": must be lower case letters, digits or '-',"
                        + " and start and end with a letter or digit");
        assertRefused(
                () -> new ExistingStorageClass("Fast_SSD"),
                "StorageClass: metadata.name: Invalid value: \"Fast_SSD\": must be lower case letters, digits, '-' or"
                        + " '.', and start and end with a letter or digit");
        assertRefused(
                () -> ClaimTemplate.named("c")
                        .accessMode(READ_WRITE_ONCE)
                        .storage(gibi(1))
                        .putMatchLabel("a b", "c")
                        .build(),
                "ClaimTemplate \"c\": spec.selector.matchLabels: Invalid value: \"a b\": must be letters, digits, '-',"
                        + " '_' or '.', start and end with a letter or digit, and have at most 63 characters, with an"
                        + " optional DNS prefix such as example.com/");
    }

    @Test
    void a_variant_of_a_claim_is_a_copy() {
        ClaimTemplate staging = data.withStorage(mebi(500)).withStorageClass(new ExistingStorageClass("slow"));
        assertThat(staging.storage()).isEqualTo(mebi(500));
        assertThat(staging.storageClass()).contains(new ExistingStorageClass("slow"));
        assertThat(data.storage()).isEqualTo(gibi(1));
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
