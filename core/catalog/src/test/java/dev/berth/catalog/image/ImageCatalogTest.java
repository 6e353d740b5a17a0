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
    @CsvSource({"POSTGRESQL, postgres", "REDIS, redis", "MYSQL, mysql", "ELASTICSEARCH, elasticsearch"})
    void listsTheOfficialImageFirst(Product product, String repository) {
        assertThat(ImageCatalog.official(product).repositories()).containsExactly(repository);
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
