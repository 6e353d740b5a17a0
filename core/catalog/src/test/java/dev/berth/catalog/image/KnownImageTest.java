package dev.berth.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the entries state about versions, users and data. */
final class KnownImageTest {

    @ParameterizedTest
    @CsvSource({
        "postgres:17.5-alpine, PostgreSQL, 17.5, 17",
        "team/postgresql:16, PostgreSQL, 16, 16",
        "postgis/postgis:17-3.5, PostgreSQL, 17, 17",
        "pgvector/pgvector:0.8.0-pg17, PostgreSQL, 17, 17",
        "pgvector/pgvector:pg16, PostgreSQL, 16, 16",
        "timescale/timescaledb:2.17.2-pg16, PostgreSQL, 16, 16",
        "timescale/timescaledb-ha:pg16.3-ts2.15, PostgreSQL, 16.3, 16",
        "mysql:8.4.10, MySQL, 8.4.10, 8.4",
        "mysql/mysql-server:8.0, MySQL, 8.0, 8.0",
        "mariadb:10.11, MariaDB, 10.11, 10.11",
        "mongo:7.0.5-jammy, MongoDB, 7.0.5, 7",
        "bitnami/mongodb:8.0, MongoDB, 8.0, 8",
        "quay.io/coreos/etcd:v3.5.21, etcd, 3.5.21, 3.5",
        "minio/minio:RELEASE.2025-04-22T22-12-26Z, MinIO, 2025.4.22, 2025.4.22",
        "valkey/valkey:8-alpine, Valkey, 8, 8"
    })
    void readsTheVersionFromTheTag(String image, String product, String version, String line) {
        assertThat(ImageCatalog.productVersion(image)).hasValueSatisfying(found -> {
            assertThat(found.product().label()).isEqualTo(product);
            assertThat(found.version()).hasToString(version);
            assertThat(found.line()).hasToString(line);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"postgres", "postgres:latest", "localhost:5000/postgres", "nginx:1.27", "team/server:2022", "?"})
    void knowsNoVersionWithoutATagThatStatesOne(String image) {
        assertThat(ImageCatalog.productVersion(image)).isEmpty();
    }

    @Test
    void postgresMovedItsDataInVersion18() {
        KnownImage postgres = find("postgres").orElseThrow();
        ImageVersion v17 = ImageVersion.of("17.5");
        ImageVersion v19 = ImageVersion.of("19.1");

        assertThat(postgres.layout(v17).dataDirectory(v17)).isEqualTo("/var/lib/postgresql/data");
        assertThat(postgres.layout(v17).mountPath()).isEqualTo("/var/lib/postgresql/data");
        assertThat(postgres.layout(v19).dataDirectory(v19)).isEqualTo("/var/lib/postgresql/19/docker");
        assertThat(postgres.layout(v19).mountPath()).isEqualTo("/var/lib/postgresql");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres, 17, 999, 999",
        "postgres, 17-alpine3.22, 70, 70",
        "mysql, 8.4, 999, 999",
        "mongo, 8.0, 999, 999",
        "redis, 7.2, 999, 999",
        "redis, 7.2-alpine, 999, 1000",
        "valkey/valkey, 8-alpine, 999, 1000",
        "rabbitmq, 4.2-management-alpine, 100, 101",
        "elasticsearch, 8.19.0, 1000, 0",
        "bitnami/postgresql, 17, 1001, 0",
        "influxdb, 2.7, 1000, 1000",
        "influxdb, 3-core, 1500, 1500",
        "prom/prometheus, v3.0.0, 65534, 65534"
    })
    void knowsTheUserByVariantAndVersion(String image, String tag, long user, long group) {
        assertThat(find(image).flatMap(known -> known.user(tag))).hasValueSatisfying(found -> {
            assertThat(found.user()).isEqualTo(user);
            assertThat(found.group()).isEqualTo(group);
        });
    }

    @Test
    void saysNothingAboutTheUserOfAVersionBeforeTheFirstThatIsKnown() {
        assertThat(find("influxdb").flatMap(known -> known.user("1.8"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres, 17, root",
        "mariadb, 11.4, root",
        "mariadb, 11.4-ubi, mysql",
        "couchdb, 3.5.1, root",
        "neo4j, 5.26, root",
        "redis, 7.4-alpine, root",
        "bitnami/postgresql, 17, 1001",
        "opensearchproject/opensearch, 2.19.0, 1000",
        "apache/kafka, 4.1.0, appuser",
        "prom/prometheus, v3.5.0, nobody",
        "influxdb, 2.7, root",
        "influxdb, 3-core, influxdb3",
        "elasticsearch, 8.15.0, elasticsearch"
    })
    void knowsAsWhomAnImageStarts(String image, String tag, String user) {
        assertThat(find(image).flatMap(known -> known.startUser(tag)))
                .map(StartUser::name)
                .contains(user);
    }

    @ParameterizedTest
    @CsvSource({
        "postgres, 18, true",
        "mysql, 5.7.44, true",
        "mysql, 8.0.36, false",
        "mariadb, 10.11, false",
        "confluentinc/cp-kafka, 7.9.0, true",
        "mongo, 8.0, false"
    })
    void knowsWhichServersRefuseLostAndFound(String image, String version, boolean refuses) {
        assertThat(find(image).map(known -> known.refusesLostAndFound(ImageVersion.of(version))))
                .contains(refuses);
    }

    private static Optional<KnownImage> find(String image) {
        return ImageReference.parse(image).flatMap(ImageCatalog::find);
    }
}
