package dev.berth.catalog.image;

import java.util.EnumSet;
import java.util.Set;

/** What is true for the servers of some products, in any image. A product that is not listed may or may not have a trait. */
public enum ServerTrait {

    /**
     * After a crash, the server first replays a log, and accepts no connections meanwhile. This can take many minutes.
     * Sources: PostgreSQL documentation, "WAL Configuration" and "Error: the database system is starting up"; MySQL manual,
     * "InnoDB Recovery", and MariaDB's "InnoDB Recovery Modes"; Kafka {@code LogManager.loadLogs}; Cassandra
     * {@code CommitLog.recoverSegmentsOnDisk}; RabbitMQ "Clustering: restarting", where a node waits five minutes for its
     * peers; Prometheus {@code tsdb/head_wal.go}; InfluxDB 1 {@code tsdb.Store.loadShards}; Neo4j "Checkpointing".
     */
    RECOVERS_SLOWLY(
            Product.POSTGRESQL,
            Product.MYSQL,
            Product.MARIADB,
            Product.KAFKA,
            Product.CASSANDRA,
            Product.RABBITMQ,
            Product.PROMETHEUS,
            Product.INFLUXDB,
            Product.NEO4J),

    /**
     * Several servers that nothing joins into a cluster have data of their own, although clients expect the same data from
     * each. Sources: the chapters on replication or clustering of the products' documentation, all of which require
     * settings on each server.
     */
    SHARES_NOTHING(
            Product.POSTGRESQL,
            Product.MYSQL,
            Product.MARIADB,
            Product.MONGODB,
            Product.REDIS,
            Product.VALKEY,
            Product.RABBITMQ,
            Product.ZOOKEEPER,
            Product.ETCD,
            Product.CASSANDRA,
            Product.MINIO,
            Product.INFLUXDB,
            Product.COUCHDB,
            Product.NEO4J,
            Product.SQL_SERVER),

    /**
     * The server is also used as a cache, whose data may be lost. Sources: Redis documentation, "Key eviction"; Valkey
     * documentation, "Key eviction".
     */
    IS_ALSO_A_CACHE(Product.REDIS, Product.VALKEY),

    /**
     * The server keeps a directory with files for each object, so that a volume holds very many files. Source: MinIO
     * {@code docs/erasure/storage-class}, {@code xl.meta} in {@code cmd/xl-storage.go}.
     */
    STORES_MANY_FILES(Product.MINIO);

    @SuppressWarnings("ImmutableEnumChecker") // A copy that nothing changes.
    private final Set<Product> products;

    ServerTrait(Product first, Product... others) {
        products = Set.copyOf(EnumSet.of(first, others));
    }

    /** Whether the servers of a product are known to have the trait. */
    public boolean isOf(Product product) {
        return products.contains(product);
    }
}
