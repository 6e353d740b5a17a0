package dev.berth.catalog.image;

/**
 * A database or broker. The first {@link #lineNumbers()} numbers of its version name a release line, and the releases of one
 * line read each other's data.
 */
public enum Product {
    /** Source: {@code ValidatePgVersion}, {@code src/backend/utils/init/miscinit.c} of postgres/postgres. */
    POSTGRESQL("PostgreSQL", 1, DataUpgrade.REFUSED),
    /** Source: <a href="https://dev.mysql.com/doc/refman/8.4/en/downgrading.html">Downgrading MySQL</a>. */
    MYSQL("MySQL", 2, DataUpgrade.ONE_WAY),
    /** Source: <a href="https://mariadb.com/docs/server/server-management/install-and-upgrade-mariadb">Upgrading</a>. */
    MARIADB("MariaDB", 2, DataUpgrade.ONE_WAY),
    /** Source: <a href="https://www.mongodb.com/docs/manual/release-notes/8.0-downgrade/">Downgrade to 7.0</a>. */
    MONGODB("MongoDB", 1, DataUpgrade.ONE_WAY),
    /** Source: <a href="https://www.elastic.co/docs/deploy-manage/upgrade">Upgrade</a>: downgrades are not supported. */
    ELASTICSEARCH("Elasticsearch", 1, DataUpgrade.ONE_WAY),
    /** Source: {@code RDB_VERSION}, {@code src/rdb.h} of redis/redis: a server reads no newer version of the format. */
    REDIS("Redis", 1, DataUpgrade.ONE_WAY),
    /** Source: {@code RDB_VERSION}, {@code src/rdb.h} of valkey-io/valkey. */
    VALKEY("Valkey", 1, DataUpgrade.ONE_WAY),
    OPENSEARCH("OpenSearch", 1, DataUpgrade.UNKNOWN),
    KAFKA("Kafka", 1, DataUpgrade.UNKNOWN),
    CASSANDRA("Cassandra", 1, DataUpgrade.UNKNOWN),
    ZOOKEEPER("ZooKeeper", 2, DataUpgrade.UNKNOWN),
    ETCD("etcd", 2, DataUpgrade.UNKNOWN),
    RABBITMQ("RabbitMQ", 2, DataUpgrade.UNKNOWN),
    MINIO("MinIO", 3, DataUpgrade.UNKNOWN),
    INFLUXDB("InfluxDB", 1, DataUpgrade.UNKNOWN),
    PROMETHEUS("Prometheus", 1, DataUpgrade.UNKNOWN),
    CLICKHOUSE("ClickHouse", 2, DataUpgrade.UNKNOWN),
    COCKROACHDB("CockroachDB", 2, DataUpgrade.UNKNOWN),
    COUCHDB("CouchDB", 1, DataUpgrade.UNKNOWN),
    NEO4J("Neo4j", 1, DataUpgrade.UNKNOWN),
    QDRANT("Qdrant", 1, DataUpgrade.UNKNOWN),
    SQL_SERVER("SQL Server", 1, DataUpgrade.UNKNOWN);

    private final String label;
    private final int lineNumbers;
    private final DataUpgrade upgrade;

    Product(String label, int lineNumbers, DataUpgrade upgrade) {
        this.label = label;
        this.lineNumbers = lineNumbers;
        this.upgrade = upgrade;
    }

    /** The name that people know. */
    public String label() {
        return label;
    }

    /** How many numbers of a version name a release line: 1 for PostgreSQL 17, 2 for MariaDB 10.11. */
    public int lineNumbers() {
        return lineNumbers;
    }

    /**
     * How many seconds a server should have to stop; 0 if the catalog does not say. Source for PostgreSQL: pg_ctl waits for 60
     * seconds by default ({@code DEFAULT_WAIT}, {@code src/bin/pg_ctl/pg_ctl.c}), and the Dockerfile of the official image
     * states that even 90 may not be enough.
     */
    public long stopSeconds() {
        return this == POSTGRESQL ? 60 : 0;
    }

    /** What a server of another release line does with the data. */
    public DataUpgrade upgrade() {
        return upgrade;
    }
}
