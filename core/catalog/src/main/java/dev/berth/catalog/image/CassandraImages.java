package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** Apache Cassandra. The entry point writes the configuration at every start. */
final class CassandraImages {

    private CassandraImages() {}

    static List<KnownImage> all() {
        return List.of(KnownImage.of(
                        Product.CASSANDRA,
                        Source.of("docker-library/cassandra", "7b9da8f", "5.0/Dockerfile", "docker-entrypoint.sh"),
                        "cassandra")
                .data("/var/lib/cassandra", "/var/lib/cassandra")
                .user(999, 999)
                .writes("/etc/cassandra", "/var/log/cassandra", "/tmp")
                .build());
    }
}
