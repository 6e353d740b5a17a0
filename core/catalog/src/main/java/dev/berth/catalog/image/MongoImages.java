package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** MongoDB: the official image, Bitnami's, and Percona Server, which reads and writes the same data. */
final class MongoImages {

    private static final String[] FIRST_START = {
        "MONGO_INITDB_DATABASE", "MONGO_INITDB_ROOT_PASSWORD", "MONGO_INITDB_ROOT_USERNAME"
    };

    /** With {@code --configsvr}, the server keeps its data in another directory. */
    private static final ServerCommand COMMAND = ServerCommand.of("mongod", "docker-entrypoint.sh")
            .data("--dbpath")
            .configuration("--config", "-f", "--configsvr");

    private MongoImages() {}

    static List<KnownImage> all() {
        return List.of(official(), bitnami(), percona());
    }

    private static KnownImage official() {
        return KnownImage.of(
                        Product.MONGODB,
                        Source.of("docker-library/mongo", "2c69a57b9", "8.0/Dockerfile", "docker-entrypoint.sh"),
                        "mongo")
                .data("/data/db", "/data/db", "/data/configdb")
                .firstStartVariables(FIRST_START)
                .startsAs("root")
                .runs(COMMAND)
                .user(999, 999)
                .writes("/tmp")
                .build();
    }

    private static KnownImage bitnami() {
        Source source = Source.of(
                "bitnami/containers",
                "4fe538c531",
                "bitnami/mongodb/8.0/debian-12/Dockerfile",
                "bitnami/mongodb/8.0/debian-12/rootfs/opt/bitnami/scripts/mongodb-env.sh");
        return KnownImage.of(Product.MONGODB, source, "bitnami/mongodb", "bitnamilegacy/mongodb")
                .dataBelow("/bitnami/mongodb", "/bitnami/mongodb/data")
                .firstStartVariables(
                        "MONGODB_DATABASE",
                        "MONGODB_PASSWORD",
                        "MONGODB_ROOT_PASSWORD",
                        "MONGODB_ROOT_USER",
                        "MONGODB_USERNAME")
                .startsAs("1001")
                .runs(ServerCommand.of("mongod", "entrypoint.sh", "run.sh"))
                .user(1001, 0)
                .writes("/opt/bitnami/mongodb/conf", "/opt/bitnami/mongodb/logs", "/opt/bitnami/mongodb/tmp", "/tmp")
                .build();
    }

    private static KnownImage percona() {
        return KnownImage.of(
                        Product.MONGODB,
                        Source.of("percona/percona-docker", "5c654083", "percona-server-mongodb-8.0/Dockerfile"),
                        "percona/percona-server-mongodb")
                .data("/data/db", "/data/db")
                .firstStartVariables(FIRST_START)
                .runs(COMMAND)
                .user(1001, 0)
                .build();
    }
}
