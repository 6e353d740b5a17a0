package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** Databases of which no more is known than where they keep their data, and for some as whom they run. */
final class OtherDatabaseImages {

    private OtherDatabaseImages() {}

    static List<KnownImage> all() {
        return List.of(clickhouse(), cockroach(), couchdb(), neo4j(), qdrant(), sqlServer());
    }

    private static KnownImage clickhouse() {
        return KnownImage.of(
                        Product.CLICKHOUSE,
                        Source.of("ClickHouse/ClickHouse", "001409ce72", "docker/server/Dockerfile.ubuntu"),
                        "clickhouse/clickhouse-server",
                        "clickhouse")
                .data("/var/lib/clickhouse", "/var/lib/clickhouse")
                .startsAs("root")
                .runs(ServerCommand.of("clickhouse-server", "entrypoint.sh")
                        .reads("/etc/clickhouse-server", "path>", "path:"))
                .user(101, 101)
                .build();
    }

    /** The default store is {@code cockroach-data} in the working directory. */
    private static KnownImage cockroach() {
        return KnownImage.of(
                        Product.COCKROACHDB,
                        Source.of("cockroachdb/cockroach", "0116efa235", "build/deploy/Dockerfile"),
                        "cockroachdb/cockroach")
                .data("/cockroach/cockroach-data")
                .build();
    }

    private static KnownImage couchdb() {
        return KnownImage.of(
                        Product.COUCHDB,
                        Source.of("apache/couchdb-docker", "4c82ee0", "3.3.3/Dockerfile", "3.5.1/Dockerfile"),
                        "couchdb")
                .data("/opt/couchdb/data", "/opt/couchdb/data")
                .startsAs("root")
                .runs(ServerCommand.of("couchdb", "docker-entrypoint.sh")
                        .reads("/opt/couchdb/etc", "database_dir", "view_index_dir"))
                .rewrites("/opt/couchdb/etc/local.d/docker.ini")
                .user(5984, 5984)
                .build();
    }

    /** The data directory is a link to {@code /data}. */
    private static KnownImage neo4j() {
        return KnownImage.of(
                        Product.NEO4J,
                        Source.of(
                                "neo4j/docker-neo4j",
                                "9df98ef",
                                "docker-image-src/4.4/coredb/Dockerfile-bullseye",
                                "docker-image-src/5/coredb/Dockerfile-trixie",
                                "docker-image-src/calver/coredb/Dockerfile-ubi10"),
                        "neo4j")
                .data("/var/lib/neo4j/data", "/data", "/logs")
                .startsAs("root")
                .user(7474, 7474)
                .build();
    }

    private static KnownImage qdrant() {
        return KnownImage.of(
                        Product.QDRANT,
                        Source.page("https://qdrant.tech/documentation/guides/installation/"),
                        "qdrant/qdrant")
                .data("/qdrant/storage")
                .dataDirectoryVariables("QDRANT__STORAGE__STORAGE_PATH")
                .runs(ServerCommand.of("qdrant", "entrypoint.sh").reads("/qdrant/config", "storage_path"))
                .build();
    }

    private static KnownImage sqlServer() {
        return KnownImage.of(
                        Product.SQL_SERVER,
                        Source.page(
                                "https://learn.microsoft.com/sql/linux/sql-server-linux-docker-container-configure"),
                        "mssql/server")
                .dataBelow("/var/opt/mssql", "/var/opt/mssql/data")
                .dataDirectoryVariables("MSSQL_DATA_DIR")
                .part("MSSQL_LOG_DIR")
                .runs(ServerCommand.of("sqlservr", "launch_sqlservr.sh")
                        .reads("/var/opt/mssql/mssql.conf", "defaultdatadir"))
                .user(10001, 10001)
                .build();
    }
}
