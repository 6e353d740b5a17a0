package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** InfluxDB, whose three major versions have little in common, and Prometheus. */
final class TimeSeriesImages {

    private TimeSeriesImages() {}

    static List<KnownImage> all() {
        return List.of(influxdb(), prometheus());
    }

    private static KnownImage influxdb() {
        Source source = Source.of(
                "influxdata/influxdata-docker",
                "d457cb9",
                "influxdb/1.11/Dockerfile",
                "influxdb/1.11/init-influxdb.sh",
                "influxdb/2.7/Dockerfile",
                "influxdb/2.7/entrypoint.sh",
                "influxdb/3.9-core/Dockerfile");
        return KnownImage.of(Product.INFLUXDB, source, "influxdb")
                .data("/var/lib/influxdb", "/var/lib/influxdb")
                .dataSince("2", "/var/lib/influxdb2", "/var/lib/influxdb2", "/var/lib/influxdb2", "/etc/influxdb2")
                .dataSince("3", "/var/lib/influxdb3", "/var/lib/influxdb3")
                .dataDirectoryVariables("INFLUXDB_DATA_DIR", "INFLUXD_ENGINE_PATH", "INFLUXDB_IOX_DB_DIR")
                .part("INFLUXDB_META_DIR")
                .part("INFLUXD_BOLT_PATH")
                .startsAsSince("1.11", "influxdb")
                .startsAsSince("2", "root")
                .startsAsSince("3", "influxdb3")
                .runs(ServerCommand.of("influxd", "influxdb3", "entrypoint.sh")
                        .data("--engine-path", "--data-dir")
                        .configuration("-config", "--config")
                        .reads(List.of("/etc/influxdb", "/etc/influxdb2"), "dir", "engine-path", "bolt-path"))
                .firstStartVariables(
                        "INFLUXDB_ADMIN_PASSWORD",
                        "INFLUXDB_ADMIN_USER",
                        "INFLUXDB_DB",
                        "DOCKER_INFLUXDB_INIT_ADMIN_TOKEN",
                        "DOCKER_INFLUXDB_INIT_BUCKET",
                        "DOCKER_INFLUXDB_INIT_ORG",
                        "DOCKER_INFLUXDB_INIT_PASSWORD",
                        "DOCKER_INFLUXDB_INIT_RETENTION",
                        "DOCKER_INFLUXDB_INIT_USERNAME")
                .userSince("1.11", 1500, 1500)
                .userSince("2", 1000, 1000)
                .userSince("3", 1500, 1500)
                .build();
    }

    /** The user {@code nobody} of the base image. The command line of the image names the data directory. */
    private static KnownImage prometheus() {
        return KnownImage.of(
                        Product.PROMETHEUS,
                        Source.of("prometheus/prometheus", "d15adb9ad7", "Dockerfile"),
                        "prom/prometheus",
                        "prometheus/prometheus")
                .data("/prometheus", "/prometheus")
                .dataWithArguments("/prometheus/data")
                .startsAs("nobody")
                .runs(ServerCommand.of("prometheus").data("--storage.tsdb.path"))
                .user(65534, 65534)
                .build();
    }
}
