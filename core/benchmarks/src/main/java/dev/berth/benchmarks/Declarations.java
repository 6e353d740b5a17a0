package dev.berth.benchmarks;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.RawManifest;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many databases, each with its ConfigMap, its two Services and a claim for its backups. */
final class Declarations {

    static final int OBJECTS_PER_SET = 5;

    private Declarations() {}

    static ManifestSet of(int sets) {
        StatefulSet example = (StatefulSet) Documents.STATEFUL_SET.read().get(0);
        return ManifestSet.of(
                IntStream.range(0, sets).mapToObj(i -> file(example, i)).toList());
    }

    private static ManifestFile file(StatefulSet example, int index) {
        String name = "postgres-" + index;
        return ManifestFile.of(
                "manifests/" + index % 100 + "/" + name + ".yaml",
                objects(example, name).stream().map(RawManifest::of).toList());
    }

    private static List<HasMetadata> objects(StatefulSet example, String name) {
        return List.of(
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .addToData("POSTGRES_DB", "mydatabase")
                        .addToData("postgresql.conf", "shared_buffers = 128MB\nmax_connections = 100\n")
                        .build(),
                service(name + "-headless", name, "None"),
                service(name, name, null),
                new StatefulSetBuilder(example)
                        .editMetadata()
                        .withName(name)
                        .endMetadata()
                        .editSpec()
                        .withServiceName(name + "-headless")
                        .endSpec()
                        .build(),
                new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withName(name + "-backup")
                        .endMetadata()
                        .withNewSpec()
                        .withAccessModes("ReadWriteOnce")
                        .withNewResources()
                        .addToRequests("storage", new Quantity("10Gi"))
                        .endResources()
                        .endSpec()
                        .build());
    }

    private static HasMetadata service(String name, String app, @Nullable String clusterIp) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withClusterIP(clusterIp)
                .addToSelector("app", app)
                .addNewPort()
                .withName("postgres")
                .withPort(5432)
                .endPort()
                .endSpec()
                .build();
    }
}
