package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** Apache Kafka: the image of the project, Confluent's, whose tags count Confluent's own versions, and Bitnami's. */
final class KafkaImages {

    private KafkaImages() {}

    static List<KnownImage> all() {
        return List.of(apache(), confluent(), bitnami());
    }

    /** The default configuration keeps data in {@code /tmp}, not on the volume that the image declares. */
    private static KnownImage apache() {
        return KnownImage.of(
                        Product.KAFKA,
                        Source.of(
                                "apache/kafka",
                                "120d52df7d",
                                "docker/jvm/Dockerfile",
                                "config/kraft/server.properties"),
                        "apache/kafka",
                        "apache/kafka-native")
                .data("/tmp/kraft-combined-logs", "/etc/kafka/secrets", "/var/lib/kafka/data", "/mnt/shared/config")
                .dataDirectoryVariables("KAFKA_LOG_DIRS", "KAFKA_LOG_DIR")
                .part("KAFKA_METADATA_LOG_DIR")
                .startsAs("appuser")
                .runs(ServerCommand.of("run").reads("/mnt/shared/config", "log.dirs", "log.dir"))
                .rewrites("/opt/kafka/config/server.properties")
                .needsEmptyDataDirectory()
                .user(1000, 1000)
                .build();
    }

    private static KnownImage confluent() {
        return KnownImage.of(
                        Product.KAFKA,
                        Source.of("confluentinc/kafka-images", "04fffe0680", "kafka/Dockerfile.ubi9"),
                        "confluentinc/cp-kafka",
                        "confluentinc/cp-server")
                .data("/var/lib/kafka/data", "/var/lib/kafka/data", "/etc/kafka/secrets")
                .dataDirectoryVariables("KAFKA_LOG_DIRS")
                .startsAs("appuser")
                .runs(ServerCommand.of("run"))
                .needsEmptyDataDirectory()
                .user(1000, 1000)
                .build();
    }

    private static KnownImage bitnami() {
        Source source = Source.of(
                "bitnami/containers",
                "b347770875",
                "bitnami/kafka/4.0/debian-12/Dockerfile",
                "bitnami/kafka/4.0/debian-12/rootfs/opt/bitnami/scripts/kafka-env.sh");
        return KnownImage.of(Product.KAFKA, source, "bitnami/kafka", "bitnamilegacy/kafka")
                .dataBelow("/bitnami/kafka", "/bitnami/kafka/data")
                .dataDirectoryVariables("KAFKA_CFG_LOG_DIRS")
                .startsAs("1001")
                .runs(ServerCommand.of("entrypoint.sh", "run.sh")
                        .reads(List.of("/bitnami/kafka/config", "/opt/bitnami/kafka/config"), "log.dirs"))
                .needsEmptyDataDirectory()
                .user(1001, 0)
                .writes("/opt/bitnami/kafka/config", "/opt/bitnami/kafka/logs", "/tmp")
                .build();
    }
}
