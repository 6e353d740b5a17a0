package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** Apache Cassandra. The entry point writes the configuration at every start. */
final class CassandraImages {

    private CassandraImages() {}

    static List<KnownImage> all() {
        return List.of(official(), bitnami());
    }

    private static KnownImage official() {
        return KnownImage.of(
                        Product.CASSANDRA,
                        Source.of("docker-library/cassandra", "7b9da8f", "5.0/Dockerfile", "docker-entrypoint.sh"),
                        "cassandra")
                .dataBelow("/var/lib/cassandra", "/var/lib/cassandra/data", "/var/lib/cassandra")
                .partIn("/var/lib/cassandra/commitlog")
                .startsAs("root")
                .runs(ServerCommand.of("cassandra", "docker-entrypoint.sh")
                        .reads("/etc/cassandra", "data_file_directories", "commitlog_directory"))
                .rewrites("/etc/cassandra/cassandra.yaml")
                .user(999, 999)
                .writes("/etc/cassandra", "/var/log/cassandra", "/tmp")
                .build();
    }

    private static KnownImage bitnami() {
        Source source = Source.of(
                "bitnami/containers",
                "043f89c88c",
                "bitnami/cassandra/5.0/debian-12/Dockerfile",
                "bitnami/cassandra/5.0/debian-12/rootfs/opt/bitnami/scripts/cassandra-env.sh");
        return KnownImage.of(Product.CASSANDRA, source, "bitnami/cassandra", "bitnamilegacy/cassandra")
                .dataBelow("/bitnami/cassandra", "/bitnami/cassandra/data")
                .startsAs("1001")
                .runs(ServerCommand.of("entrypoint.sh", "run.sh")
                        .reads(
                                List.of("/bitnami/cassandra/conf", "/opt/bitnami/cassandra/conf"),
                                "data_file_directories"))
                .user(1001, 0)
                .build();
    }
}
