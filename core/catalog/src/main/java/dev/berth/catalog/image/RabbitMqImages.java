package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** RabbitMQ: the official image and Bitnami's. The variables for the default user take effect on an empty database only. */
final class RabbitMqImages {

    private RabbitMqImages() {}

    static List<KnownImage> all() {
        return List.of(official(), bitnami());
    }

    private static KnownImage official() {
        Source source = Source.of(
                "docker-library/rabbitmq",
                "9193c1d",
                "4.2/ubuntu/Dockerfile",
                "4.2/alpine/Dockerfile",
                "docker-entrypoint.sh");
        return KnownImage.of(Product.RABBITMQ, source, "rabbitmq")
                .dataBelow("/var/lib/rabbitmq", "/var/lib/rabbitmq/mnesia", "/var/lib/rabbitmq")
                .dataDirectoryVariables("RABBITMQ_MNESIA_BASE", "RABBITMQ_MNESIA_DIR")
                .firstStartVariables("RABBITMQ_DEFAULT_PASS", "RABBITMQ_DEFAULT_USER", "RABBITMQ_DEFAULT_VHOST")
                .startsAs("root")
                .runs(ServerCommand.of("rabbitmq-server", "docker-entrypoint.sh")
                        .reads("/etc/rabbitmq", "MNESIA"))
                .user(999, 999)
                .userOn("alpine", 100, 101)
                .build();
    }

    private static KnownImage bitnami() {
        Source source = Source.of(
                "bitnami/containers",
                "a9bc104ca7",
                "bitnami/rabbitmq/4.1/debian-12/Dockerfile",
                "bitnami/rabbitmq/4.1/debian-12/rootfs/opt/bitnami/scripts/rabbitmq-env.sh");
        return KnownImage.of(Product.RABBITMQ, source, "bitnami/rabbitmq", "bitnamilegacy/rabbitmq")
                .data("/bitnami/rabbitmq/mnesia")
                .startsAs("1001")
                .user(1001, 0)
                .writes("/opt/bitnami/rabbitmq/etc/rabbitmq", "/opt/bitnami/rabbitmq/var", "/tmp")
                .build();
    }
}
