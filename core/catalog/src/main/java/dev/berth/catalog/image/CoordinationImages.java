package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** ZooKeeper and etcd, which other servers keep their state in. */
final class CoordinationImages {

    private CoordinationImages() {}

    static List<KnownImage> all() {
        return List.of(zookeeper(), confluentZookeeper(), bitnamiZookeeper(), etcd(), bitnamiEtcd());
    }

    private static KnownImage zookeeper() {
        return KnownImage.of(
                        Product.ZOOKEEPER,
                        Source.of("31z4/zookeeper-docker", "52a8364", "3.9.4/Dockerfile", "3.9.4/docker-entrypoint.sh"),
                        "zookeeper")
                .data("/data", "/data", "/datalog", "/logs")
                .dataDirectoryVariables("ZOO_DATA_DIR")
                .part("ZOO_DATA_LOG_DIR", "/datalog")
                .startsAs("root")
                .runs(ServerCommand.of("zkServer.sh", "docker-entrypoint.sh").reads("/conf", "dataDir"))
                .user(1000, 1000)
                .writes("/conf", "/datalog", "/logs")
                .build();
    }

    private static KnownImage confluentZookeeper() {
        return KnownImage.of(
                        Product.ZOOKEEPER,
                        Source.of("confluentinc/kafka-images", "01863fafd1", "zookeeper/Dockerfile.ubi8"),
                        "confluentinc/cp-zookeeper")
                .data(
                        "/var/lib/zookeeper/data",
                        "/var/lib/zookeeper/data",
                        "/var/lib/zookeeper/log",
                        "/etc/zookeeper/secrets")
                .dataDirectoryVariables("ZOOKEEPER_DATA_DIR")
                .part("ZOOKEEPER_DATA_LOG_DIR", "/var/lib/zookeeper/log")
                .startsAs("appuser")
                .runs(ServerCommand.of("run"))
                .user(1000, 1000)
                .build();
    }

    private static KnownImage bitnamiZookeeper() {
        Source source = Source.of(
                "bitnami/containers",
                "2d4af38ae3",
                "bitnami/zookeeper/3.9/debian-12/Dockerfile",
                "bitnami/zookeeper/3.9/debian-12/rootfs/opt/bitnami/scripts/zookeeper-env.sh");
        return KnownImage.of(Product.ZOOKEEPER, source, "bitnami/zookeeper", "bitnamilegacy/zookeeper")
                .dataBelow("/bitnami/zookeeper", "/bitnami/zookeeper/data")
                .part("ZOO_DATA_LOG_DIR")
                .startsAs("1001")
                .runs(ServerCommand.of("entrypoint.sh", "run.sh").reads("/opt/bitnami/zookeeper/conf", "dataDir"))
                .user(1001, 0)
                .build();
    }

    private static KnownImage bitnamiEtcd() {
        Source source = Source.of(
                "bitnami/containers",
                "417913f62b",
                "bitnami/etcd/3.5/debian-12/Dockerfile",
                "bitnami/etcd/3.5/debian-12/rootfs/opt/bitnami/scripts/etcd-env.sh");
        return KnownImage.of(Product.ETCD, source, "bitnami/etcd", "bitnamilegacy/etcd")
                .dataBelow("/bitnami/etcd", "/bitnami/etcd/data")
                .startsAs("1001")
                .runs(ServerCommand.of("entrypoint.sh", "run.sh").reads("/opt/bitnami/etcd/conf", "data-dir"))
                .user(1001, 0)
                .build();
    }

    /** The image names no user, so the server runs as root. By default it keeps its data below the working directory. */
    private static KnownImage etcd() {
        return KnownImage.of(Product.ETCD, Source.of("etcd-io/etcd", "1293f5d4b7", "Dockerfile-release.amd64"), "etcd")
                .dataBelow("/var/lib/etcd", "/var/lib/etcd/default.etcd")
                .dataDirectoryVariables("ETCD_DATA_DIR")
                .part("ETCD_WAL_DIR")
                .startsAs("root")
                .runs(ServerCommand.of("etcd").data("--data-dir", "-data-dir").configuration("--config-file"))
                .user(0, 0)
                .build();
    }
}
