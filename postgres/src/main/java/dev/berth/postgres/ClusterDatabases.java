package dev.berth.postgres;

import dev.berth.custom.Fields;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.RawManifest;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.util.List;

/**
 * The databases of a declaration besides the first one, each as a {@code Database} of CloudNativePG. Source of the limits:
 * CloudNativePG 1.30.0, {@code api/v1/database_types.go}.
 */
final class ClusterDatabases {

    private ClusterDatabases() {}

    static List<Manifest> of(CloudNativePgCluster cluster) {
        return cluster.postgres().databases().stream()
                .map(database -> of(cluster, database))
                .toList();
    }

    /** An object name has dashes where the name of the database has underscores. */
    static String objectName(CloudNativePgCluster cluster, PostgresDatabase database) {
        return cluster.name() + "-" + database.name().replace('_', '-');
    }

    private static Manifest of(CloudNativePgCluster cluster, PostgresDatabase database) {
        Fields spec = new Fields()
                .put("cluster", new Fields().put("name", cluster.name()))
                .put("name", database.name())
                .put("owner", database.owner());
        return RawManifest.of(new GenericKubernetesResourceBuilder()
                .withApiVersion(CloudNativePgCluster.API_VERSION)
                .withKind("Database")
                .withNewMetadata()
                .withName(objectName(cluster, database))
                .endMetadata()
                .addToAdditionalProperties("spec", spec.toMap())
                .build());
    }
}
