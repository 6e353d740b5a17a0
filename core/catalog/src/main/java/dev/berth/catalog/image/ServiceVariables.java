package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.ArrayList;
import java.util.List;

/** The variables of Services that images read as settings of their own. */
public final class ServiceVariables {

    private static final String PORT = "it expects the number of a port, and ends";

    private static final List<ServiceVariable> ALL = List.of(
            ServiceVariable.fatal(
                    "KAFKA_PORT",
                    "its start script refuses it, and the container ends",
                    Source.of(
                            "confluentinc/kafka-images",
                            "f8e3015a9",
                            "kafka/include/etc/confluent/docker/configure",
                            "server/include/etc/confluent/docker/configure"),
                    "confluentinc/cp-kafka",
                    "confluentinc/cp-server",
                    "confluentinc/cp-enterprise-kafka"),
            ServiceVariable.fatal(
                    "KAFKA_ADVERTISED_PORT",
                    "its start script refuses it, and the container ends",
                    Source.of(
                            "confluentinc/kafka-images",
                            "f8e3015a9",
                            "kafka/include/etc/confluent/docker/configure",
                            "server/include/etc/confluent/docker/configure"),
                    "confluentinc/cp-kafka",
                    "confluentinc/cp-server",
                    "confluentinc/cp-enterprise-kafka"),
            ServiceVariable.fatal(
                    "KAFKA_PORT",
                    "its start script writes it to the configuration as port, which must be a number, and the server ends",
                    Source.of("wurstmeister/kafka-docker", "00b69a6d15", "start-kafka.sh"),
                    "wurstmeister/kafka"),
            ServiceVariable.fatal(
                    "SCHEMA_REGISTRY_PORT",
                    "its start script refuses it, and the container ends",
                    Source.of(
                            "confluentinc/schema-registry-images",
                            "01b3403a94",
                            "schema-registry/include/etc/confluent/docker/configure"),
                    "confluentinc/cp-schema-registry"),
            ServiceVariable.fatal(
                            "KAFKA_REST_PORT",
                            "its start script refuses it, and the container ends",
                            Source.of(
                                    "confluentinc/kafka-rest-images",
                                    "0fde383093",
                                    "kafka-rest/include/etc/confluent/docker/configure"),
                            "confluentinc/cp-kafka-rest")
                    .unless("KAFKA_REST_LISTENERS"),
            ServiceVariable.fatal(
                            "NEO4J_",
                            "its entry point writes each variable with this prefix to the configuration, and the server"
                                    + " ends because of unknown settings",
                            Source.of(
                                    "neo4j/docker-neo4j",
                                    "9df98ef",
                                    "docker-image-src/5/coredb/docker-entrypoint.sh",
                                    "docker-image-src/calver/coredb/docker-entrypoint.sh"),
                            "neo4j")
                    .since("5")
                    .unless("NEO4J_server_config_strict__validation_enabled"),
            ServiceVariable.fatal(
                            "REDIS_PORT",
                            "its start script writes it to the configuration as port, which must be a number, and the"
                                    + " server ends",
                            Source.page("https://github.com/bitnami/bitnami-docker-redis/issues/175"),
                            "bitnami/redis")
                    .until("6.0.6"),
            ServiceVariable.wrong(
                    "REDIS_PORT",
                    "it connects to a port with this value, which is not a number",
                    Source.page("https://github.com/joeferner/redis-commander/issues/267"),
                    "rediscommander/redis-commander"),
            ServiceVariable.fatal(
                            "REDISINSIGHT_PORT",
                            PORT,
                            Source.page("https://github.com/RedisLabs/redislabs-docs/issues/676"),
                            "redislabs/redisinsight")
                    .until("2"),
            ServiceVariable.fatal(
                    "SERVER_PORT", PORT, Source.page("https://github.com/elastic/cloud-on-k8s/issues/1987"), "kibana"),
            ServiceVariable.wrong(
                    "SPARK_MASTER_PORT",
                    "a master expects a number there, and ends",
                    Source.of(
                            "apache/spark",
                            "043b09636e",
                            "core/src/main/scala/org/apache/spark/deploy/master/MasterArguments.scala"),
                    "apache/spark",
                    "bitnami/spark",
                    "bitnamilegacy/spark",
                    "bde2020/spark-master",
                    "library/spark"),
            ServiceVariable.wrong(
                    "SPARK_WORKER_PORT",
                    "a worker expects a number there, and ends",
                    Source.of(
                            "apache/spark",
                            "043b09636e",
                            "core/src/main/scala/org/apache/spark/deploy/worker/WorkerArguments.scala"),
                    "apache/spark",
                    "bitnami/spark",
                    "bitnamilegacy/spark",
                    "bde2020/spark-worker",
                    "library/spark"),
            ServiceVariable.wrong(
                    "FLOWER_PORT", PORT, Source.of("mher/flower", "04246791fa", "flower/command.py"), "mher/flower"),
            ServiceVariable.wrong(
                    "SUPERSET_PORT",
                    "its start script makes it the port of the server, which cannot start",
                    Source.of("apache/superset", "1917ac5044", "docker/entrypoints/run-server.sh"),
                    "apache/superset"));

    private ServiceVariables() {}

    /** Returns all entries. */
    public static List<ServiceVariable> all() {
        return ALL;
    }

    // A loop, because a command that starts cold pays for each lambda.

    /** Returns the variables that an image reads. */
    public static List<ServiceVariable> of(ImageReference image) {
        List<ServiceVariable> found = new ArrayList<>();
        for (ServiceVariable variable : ALL) {
            if (variable.isReadBy(image)) {
                found.add(variable);
            }
        }
        return found;
    }
}
