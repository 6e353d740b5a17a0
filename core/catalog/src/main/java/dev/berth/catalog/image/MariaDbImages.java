package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** MariaDB: the official image and Bitnami's. */
final class MariaDbImages {

    private static final ServerCommand COMMAND = ServerCommand.of("mariadbd", "mysqld", "docker-entrypoint.sh")
            .data("--datadir")
            .configuration("--defaults-file", "--defaults-extra-file")
            .reads(List.of("/etc/mysql", "/etc/my.cnf", "/etc/my.cnf.d"), "datadir");

    private MariaDbImages() {}

    static List<KnownImage> all() {
        return List.of(official(), bitnami());
    }

    /** The variables with the prefix {@code MYSQL_} still work. */
    private static KnownImage official() {
        Source source = Source.of(
                "MariaDB/mariadb-docker",
                "1b6429b",
                "10.11/Dockerfile",
                "10.11-ubi/Dockerfile",
                "docker-entrypoint.sh");
        return KnownImage.of(Product.MARIADB, source, "mariadb")
                .data("/var/lib/mysql", "/var/lib/mysql")
                .firstStartVariables(
                        "MARIADB_DATABASE",
                        "MARIADB_PASSWORD",
                        "MARIADB_PASSWORD_HASH",
                        "MARIADB_REPLICATION_PASSWORD",
                        "MARIADB_REPLICATION_USER",
                        "MARIADB_ROOT_HOST",
                        "MARIADB_ROOT_PASSWORD",
                        "MARIADB_ROOT_PASSWORD_HASH",
                        "MARIADB_USER",
                        "MYSQL_DATABASE",
                        "MYSQL_PASSWORD",
                        "MYSQL_ROOT_HOST",
                        "MYSQL_ROOT_PASSWORD",
                        "MYSQL_USER")
                .startsAs("root")
                .startsAsOn("ubi", "mysql")
                .runs(COMMAND)
                .user(999, 999)
                .writes("/run/mysqld", "/tmp")
                .build();
    }

    private static KnownImage bitnami() {
        Source source = Source.of(
                "bitnami/containers",
                "891a5f6ead",
                "bitnami/mariadb/11.4/debian-12/Dockerfile",
                "bitnami/mariadb/11.4/debian-12/rootfs/opt/bitnami/scripts/mariadb-env.sh");
        return KnownImage.of(Product.MARIADB, source, "bitnami/mariadb", "bitnamilegacy/mariadb")
                .dataBelow("/bitnami/mariadb", "/bitnami/mariadb/data")
                .firstStartVariables(
                        "MARIADB_DATABASE",
                        "MARIADB_PASSWORD",
                        "MARIADB_REPLICATION_PASSWORD",
                        "MARIADB_REPLICATION_USER",
                        "MARIADB_ROOT_PASSWORD",
                        "MARIADB_ROOT_USER",
                        "MARIADB_USER")
                .startsAs("1001")
                .runs(ServerCommand.of("mariadbd", "mysqld", "entrypoint.sh", "run.sh"))
                .user(1001, 0)
                .writes("/opt/bitnami/mariadb/conf", "/opt/bitnami/mariadb/logs", "/opt/bitnami/mariadb/tmp", "/tmp")
                .build();
    }
}
