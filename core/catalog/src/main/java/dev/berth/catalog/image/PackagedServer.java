package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/**
 * Where a server keeps its data if it was installed from a package of a Linux distribution. Self-built images follow it.
 *
 * @param dataDirectory the data directory
 * @param source where this comes from
 */
record PackagedServer(String dataDirectory, Source source) {

    static List<PackagedServer> all() {
        return List.of(
                new PackagedServer(
                        "/var/lib/cockroach",
                        Source.page("https://www.cockroachlabs.com/docs/stable/deploy-cockroachdb-on-premises")),
                new PackagedServer("/var/lib/mongodb", Source.of("mongodb/mongo", "24f56c5602", "debian/mongod.conf")),
                new PackagedServer(
                        "/var/lib/redis", Source.page("https://salsa.debian.org/lamby/pkg-redis/-/tree/master/debian")),
                new PackagedServer(
                        "/var/lib/zookeeper",
                        Source.page("https://zookeeper.apache.org/doc/current/zookeeperAdmin.html")));
    }
}
