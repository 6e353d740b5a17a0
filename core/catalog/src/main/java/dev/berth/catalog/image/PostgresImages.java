package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** PostgreSQL: the official image, the images built on it, and the repackagings with a layout of their own. */
final class PostgresImages {

    private static final String[] FIRST_START = {
        "POSTGRES_DB", "POSTGRES_HOST_AUTH_METHOD", "POSTGRES_INITDB_ARGS", "POSTGRES_PASSWORD", "POSTGRES_USER"
    };

    private static final ServerCommand COMMAND = ServerCommand.of("postgres", "docker-entrypoint.sh")
            .data("-D", "--data-directory", "--data_directory", "data_directory");

    private PostgresImages() {}

    static List<KnownImage> all() {
        return List.of(official(), postgis(), pgvector(), timescale(), timescaleHa(), bitnami(), percona());
    }

    private static KnownImage official() {
        Source source = Source.of(
                "docker-library/postgres",
                "6edb0a8c4d",
                "17/bookworm/Dockerfile",
                "17/alpine3.22/Dockerfile",
                "18/bookworm/Dockerfile",
                "docker-entrypoint.sh");
        return likeOfficial(KnownImage.of(Product.POSTGRESQL, source, "postgres"))
                .userOn("alpine", 70, 70)
                .build();
    }

    private static KnownImage postgis() {
        Source source = Source.of(
                "postgis/docker-postgis",
                "51b3555",
                "17-3.5/Dockerfile",
                "17-3.5/alpine/Dockerfile",
                "18-3.6/Dockerfile");
        return likeOfficial(KnownImage.of(Product.POSTGRESQL, source, "postgis/postgis"))
                .userOn("alpine", 70, 70)
                .build();
    }

    private static KnownImage pgvector() {
        Source source = Source.of("pgvector/pgvector", "e48241b", "Dockerfile");
        return likeOfficial(KnownImage.of(Product.POSTGRESQL, source, "pgvector/pgvector"))
                .tags(TagForm.POSTGRES_SUFFIX)
                .build();
    }

    /** What an image inherits that starts {@code FROM postgres}: user 999 on Debian, and another layout since 18. */
    private static KnownImageBuilder likeOfficial(KnownImageBuilder image) {
        return image.data("/var/lib/postgresql/data", "/var/lib/postgresql/data")
                .dataSince("18", "/var/lib/postgresql/{major}/docker", "/var/lib/postgresql", "/var/lib/postgresql")
                .dataDirectoryVariables("PGDATA")
                .part("POSTGRES_INITDB_WALDIR")
                .firstStartVariables(FIRST_START)
                .startsAs("root")
                .runs(COMMAND)
                .user(999, 999)
                .writes("/var/run/postgresql", "/tmp")
                .needsEmptyDataDirectory();
    }

    /** Built on the Alpine variant of the official image. */
    private static KnownImage timescale() {
        return KnownImage.of(
                        Product.POSTGRESQL,
                        Source.of("timescale/timescaledb-docker", "029292c", "Dockerfile"),
                        "timescale/timescaledb")
                .tags(TagForm.POSTGRES_SUFFIX)
                .data("/var/lib/postgresql/data", "/var/lib/postgresql/data")
                .dataSince("18", "/var/lib/postgresql/{major}/docker", "/var/lib/postgresql", "/var/lib/postgresql")
                .dataDirectoryVariables("PGDATA")
                .part("POSTGRES_INITDB_WALDIR")
                .firstStartVariables(FIRST_START)
                .startsAs("root")
                .runs(COMMAND)
                .user(70, 70)
                .writes("/var/run/postgresql", "/tmp")
                .needsEmptyDataDirectory()
                .build();
    }

    private static KnownImage timescaleHa() {
        return KnownImage.of(
                        Product.POSTGRESQL,
                        Source.of("timescale/timescaledb-docker-ha", "ae77e28", "Dockerfile"),
                        "timescale/timescaledb-ha")
                .tags(TagForm.POSTGRES_SUFFIX)
                .data("/home/postgres/pgdata/data")
                .dataDirectoryVariables("PGDATA")
                .firstStartVariables(FIRST_START)
                .runs(COMMAND)
                .user(1000, 1000)
                .needsEmptyDataDirectory()
                .build();
    }

    private static KnownImage bitnami() {
        Source source = Source.of(
                "bitnami/containers",
                "165b82cb9d",
                "bitnami/postgresql/17/debian-12/Dockerfile",
                "bitnami/postgresql/17/debian-12/rootfs/opt/bitnami/scripts/postgresql-env.sh");
        return KnownImage.of(Product.POSTGRESQL, source, "bitnami/postgresql", "bitnamilegacy/postgresql")
                .dataBelow(
                        "/bitnami/postgresql",
                        "/bitnami/postgresql/data",
                        "/bitnami/postgresql",
                        "/docker-entrypoint-initdb.d",
                        "/docker-entrypoint-preinitdb.d")
                .dataDirectoryVariables("POSTGRESQL_DATA_DIR", "POSTGRES_DATA_DIR", "PGDATA")
                .part("POSTGRESQL_INITDB_WAL_DIR")
                .part("POSTGRES_INITDB_WAL_DIR")
                .startsAs("1001")
                .runs(ServerCommand.of("postgres", "entrypoint.sh", "run.sh"))
                .firstStartVariables(
                        "POSTGRESQL_DATABASE",
                        "POSTGRESQL_INITDB_ARGS",
                        "POSTGRESQL_PASSWORD",
                        "POSTGRESQL_POSTGRES_PASSWORD",
                        "POSTGRESQL_USERNAME",
                        "POSTGRES_DATABASE",
                        "POSTGRES_DB",
                        "POSTGRES_INITDB_ARGS",
                        "POSTGRES_PASSWORD",
                        "POSTGRES_POSTGRES_PASSWORD",
                        "POSTGRES_USER",
                        "POSTGRES_USERNAME")
                .user(1001, 0)
                .writes(
                        "/opt/bitnami/postgresql/conf",
                        "/opt/bitnami/postgresql/logs",
                        "/opt/bitnami/postgresql/tmp",
                        "/tmp")
                .needsEmptyDataDirectory()
                .build();
    }

    private static KnownImage percona() {
        return KnownImage.of(
                        Product.POSTGRESQL,
                        Source.of(
                                "percona/percona-docker", "5c654083", "percona-distribution-postgresql-17/Dockerfile"),
                        "percona/percona-distribution-postgresql")
                .data("/data/db", "/data/db", "/sshd", "/pgconf", "/pgdata", "/pgwal", "/backrestrepo")
                .dataDirectoryVariables("PGDATA")
                .firstStartVariables(FIRST_START)
                .runs(ServerCommand.of("postgres", "entrypoint.sh").data("-D"))
                .user(26, 26)
                .needsEmptyDataDirectory()
                .build();
    }
}
