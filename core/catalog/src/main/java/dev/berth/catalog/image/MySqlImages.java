package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** MySQL: the official image, that of Oracle, Bitnami's, and Percona Server, which reads and writes the same data. */
final class MySqlImages {

    private static final String[] FIRST_START = {
        "MYSQL_DATABASE", "MYSQL_PASSWORD", "MYSQL_ROOT_HOST", "MYSQL_ROOT_PASSWORD", "MYSQL_USER"
    };

    private static final ServerCommand COMMAND = ServerCommand.of("mysqld", "docker-entrypoint.sh")
            .data("--datadir")
            .configuration("--defaults-file", "--defaults-extra-file")
            .reads(List.of("/etc/mysql", "/etc/my.cnf", "/etc/my.cnf.d"), "datadir");

    private MySqlImages() {}

    static List<KnownImage> all() {
        return List.of(official(), oracle(), bitnami(), percona());
    }

    private static KnownImage official() {
        return KnownImage.of(
                        Product.MYSQL,
                        Source.of("docker-library/mysql", "7f30fdb", "8.4/Dockerfile.oracle", "docker-entrypoint.sh"),
                        "mysql")
                .data("/var/lib/mysql", "/var/lib/mysql")
                .firstStartVariables(FIRST_START)
                .startsAs("root")
                .runs(COMMAND)
                .needsEmptyDataDirectoryUntil("8")
                .user(999, 999)
                .writes("/var/run/mysqld", "/tmp")
                .build();
    }

    private static KnownImage oracle() {
        return KnownImage.of(
                        Product.MYSQL,
                        Source.page("https://dev.mysql.com/doc/refman/8.4/en/docker-mysql-more-topics.html"),
                        "mysql/mysql-server")
                .data("/var/lib/mysql")
                .firstStartVariables(FIRST_START)
                .runs(COMMAND)
                .needsEmptyDataDirectoryUntil("8")
                .build();
    }

    private static KnownImage bitnami() {
        Source source = Source.of(
                "bitnami/containers",
                "92f68f2a5c",
                "bitnami/mysql/8.0/debian-12/Dockerfile",
                "bitnami/mysql/8.0/debian-12/rootfs/opt/bitnami/scripts/mysql-env.sh");
        return KnownImage.of(Product.MYSQL, source, "bitnami/mysql", "bitnamilegacy/mysql")
                .dataBelow("/bitnami/mysql", "/bitnami/mysql/data")
                .firstStartVariables(
                        "MYSQL_DATABASE",
                        "MYSQL_PASSWORD",
                        "MYSQL_REPLICATION_PASSWORD",
                        "MYSQL_REPLICATION_USER",
                        "MYSQL_ROOT_PASSWORD",
                        "MYSQL_ROOT_USER",
                        "MYSQL_USER")
                .startsAs("1001")
                .runs(ServerCommand.of("mysqld", "entrypoint.sh", "run.sh"))
                .user(1001, 0)
                .writes("/opt/bitnami/mysql/conf", "/opt/bitnami/mysql/logs", "/opt/bitnami/mysql/tmp", "/tmp")
                .build();
    }

    private static KnownImage percona() {
        return KnownImage.of(
                        Product.MYSQL,
                        Source.of("percona/percona-docker", "5c654083", "percona-server-8.4/Dockerfile"),
                        "percona/percona-server",
                        "percona")
                .data("/var/lib/mysql", "/var/lib/mysql", "/var/log/mysql")
                .firstStartVariables(FIRST_START)
                .runs(COMMAND)
                .needsEmptyDataDirectoryUntil("8")
                .user(1001, 1001)
                .build();
    }
}
