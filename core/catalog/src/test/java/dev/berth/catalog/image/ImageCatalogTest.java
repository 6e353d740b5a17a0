package dev.berth.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.SourceForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageCatalogTest {

    @TestFactory
    Stream<DynamicTest> everyEntryIsComplete() {
        return ImageCatalog.all().stream()
                .map(image -> DynamicTest.dynamicTest(image.toString(), () -> {
                    SourceForm.check(image.source());
                    assertThat(image.repositories()).isNotEmpty();
                    assertThat(image.layouts()).isNotEmpty().isSortedAccordingTo((one, other) -> one.since()
                            .compareTo(other.since()));
                    assertThat(image.layouts()).allSatisfy(layout -> {
                        assertThat(layout.dataDirectory() + "/").startsWith(layout.mountPath() + "/");
                        assertThat(layout.volumes()).allMatch(path -> path.matches("(/[a-z0-9._-]+)+"));
                        assertThat(layout.mountPath()).matches("(/[a-z0-9._-]+)+");
                    });
                    assertThat(image.firstStartVariables()).allMatch(name -> name.matches("[A-Z][A-Z0-9_]*"));
                    assertThat(image.dataDirectoryVariables())
                            .allMatch(name -> name.matches("[A-Z][A-Z0-9_]*") || name.equals("path.data"));
                    assertThat(image.writablePaths()).allMatch(path -> path.matches("(/[a-z0-9._-]+)+"));
                }));
    }

    @Test
    void everyPackagedServerHasASource() {
        assertThat(PackagedServer.all()).isNotEmpty().allSatisfy(server -> SourceForm.check(server.source()));
    }

    @Test
    void noTwoEntriesClaimTheSameImage() {
        List<String> repositories = ImageCatalog.all().stream()
                .flatMap(image -> image.repositories().stream())
                .toList();

        assertThat(repositories).doesNotHaveDuplicates();
    }

    @Test
    void theNameOfARepositoryMeansOneProduct() {
        assertThat(ImageCatalog.all())
                .allSatisfy(image -> assertThat(image.repositories()).allSatisfy(repository -> {
                    String name = repository.substring(repository.lastIndexOf('/') + 1);
                    assertThat(ImageCatalog.all().stream()
                                    .filter(other -> other.repositories().stream()
                                            .anyMatch(one -> one.equals(name) || one.endsWith("/" + name)))
                                    .map(KnownImage::product)
                                    .distinct())
                            .hasSize(1);
                }));
    }

    @ParameterizedTest
    @EnumSource
    void everyProductHasAnImage(Product product) {
        assertThat(ImageCatalog.all()).anyMatch(image -> image.product() == product);
    }

    @ParameterizedTest
    @CsvSource({
        "postgres:17, PostgreSQL [postgres]",
        "docker.io/library/postgres:17, PostgreSQL [postgres]",
        "registry.example.com:5000/mirror/postgres, PostgreSQL [postgres]",
        "bitnami/postgresql:17, 'PostgreSQL [bitnami/postgresql, bitnamilegacy/postgresql]'",
        "registry.example.com/hub/bitnami/redis, 'Redis [bitnami/redis, bitnamilegacy/redis]'",
        "docker.elastic.co/elasticsearch/elasticsearch:8.19.0, Elasticsearch [elasticsearch]",
        "quay.io/coreos/etcd:v3.5.0, etcd [etcd]",
        "mcr.microsoft.com/mssql/server:2022-latest, SQL Server [mssql/server]",
        "percona:8.0, 'MySQL [percona/percona-server, percona]'"
    })
    void findsTheEntryOfAnImage(String image, String entry) {
        assertThat(find(image)).map(KnownImage::toString).contains(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nginx:1.27", "team/postgresql:17", "bitnami/nginx:1.27", "team/server", "postgres-exporter"})
    void knowsNothingAboutOtherImages(String image) {
        assertThat(find(image)).isEmpty();
    }

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

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, postgres", "REDIS, redis", "MYSQL, mysql", "ELASTICSEARCH, elasticsearch"})
    void listsTheOfficialImageFirst(Product product, String repository) {
        assertThat(ImageCatalog.official(product).repositories()).containsExactly(repository);
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

    @Test
    void dataPathsAreThoseOfDatabasesOnly() {
        assertThat(ImageCatalog.dataPaths())
                .contains(
                        "/bitnami/mongodb",
                        "/bitnami/mysql",
                        "/bitnami/postgresql",
                        "/bitnami/redis/data",
                        "/data/db",
                        "/opt/couchdb/data",
                        "/qdrant/storage",
                        "/usr/share/elasticsearch/data",
                        "/usr/share/opensearch/data",
                        "/var/lib/cassandra",
                        "/var/lib/clickhouse",
                        "/var/lib/cockroach",
                        "/var/lib/etcd",
                        "/var/lib/influxdb",
                        "/var/lib/influxdb2",
                        "/var/lib/kafka/data",
                        "/var/lib/mongodb",
                        "/var/lib/mysql",
                        "/var/lib/neo4j/data",
                        "/var/lib/postgresql",
                        "/var/lib/postgresql/data",
                        "/var/lib/rabbitmq",
                        "/var/lib/redis",
                        "/var/lib/zookeeper",
                        "/var/opt/mssql")
                .doesNotContain("/data", "/prometheus", "/var/lib", "/var/lib/postgresql/{major}/docker");
    }

    @Test
    void knowsTheVariablesThatMoveTheData() {
        assertThat(ImageCatalog.dataDirectoryVariables())
                .contains(
                        "KAFKA_LOG_DIRS",
                        "MARIADB_DATA_DIR",
                        "MYSQL_DATADIR",
                        "PGDATA",
                        "POSTGRESQL_DATA_DIR",
                        "POSTGRES_INITDB_WALDIR",
                        "REDIS_DATA_DIR");
    }

    @Test
    void knowsTheVariablesThatAreReadOnTheFirstStartOnly() {
        assertThat(ImageCatalog.firstStartVariables())
                .contains(
                        "MARIADB_DATABASE",
                        "MARIADB_PASSWORD",
                        "MARIADB_ROOT_PASSWORD",
                        "MARIADB_USER",
                        "MONGO_INITDB_ROOT_PASSWORD",
                        "MONGO_INITDB_ROOT_USERNAME",
                        "MYSQL_DATABASE",
                        "MYSQL_PASSWORD",
                        "MYSQL_ROOT_PASSWORD",
                        "MYSQL_USER",
                        "POSTGRES_DB",
                        "POSTGRES_INITDB_ARGS",
                        "POSTGRES_PASSWORD",
                        "POSTGRES_USER");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres, 17, root",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres:17",
                "registry.example.com:5000/postgres:17",
                "public.ecr.aws/docker/library/postgres:17",
                "registry.example.com/dockerhub-mirror/redis",
                "quay.io/coreos/etcd:v3.5.21",
                "valkey/valkey:8",
                "bitnamilegacy/redis:7.4",
                "registry.example.com/team/apache/kafka:4.0.0"
            })
    void recognizesImagesOfPublishersAndMirrors(String image) {
        assertThat(published(image)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcr.io/google-samples/cassandra:v13", "team/postgres:17", "nginx"})
    void doesNotTakeAnImageOfAnyoneForThatOfThePublisher(String image) {
        assertThat(published(image)).isEmpty();
    }

    private static Optional<KnownImage> published(String image) {
        return ImageReference.parse(image).flatMap(ImageCatalog::published);
    }

    private static Optional<KnownImage> find(String image) {
        return ImageReference.parse(image).flatMap(ImageCatalog::find);
    }
}
