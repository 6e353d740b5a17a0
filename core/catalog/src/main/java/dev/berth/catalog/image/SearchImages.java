package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** Elasticsearch and OpenSearch. */
final class SearchImages {

    private SearchImages() {}

    static List<KnownImage> all() {
        return List.of(elasticsearch(), opensearch());
    }

    private static KnownImage elasticsearch() {
        return KnownImage.of(
                        Product.ELASTICSEARCH,
                        Source.of(
                                "elastic/elasticsearch",
                                "0729e2cac0",
                                "distribution/docker/src/docker/dockerfiles/default/Dockerfile"),
                        "elasticsearch")
                .data("/usr/share/elasticsearch/data")
                .dataDirectoryVariables("path.data")
                .startsAsSince("8", "elasticsearch")
                .runs(ServerCommand.of("eswrapper", "elasticsearch", "docker-entrypoint.sh")
                        .data("-Epath.data")
                        .reads("/usr/share/elasticsearch/config", "path.data", "path:"))
                .rewrites("/usr/share/elasticsearch/config/elasticsearch.keystore")
                .user(1000, 0)
                .writes("/usr/share/elasticsearch/config", "/usr/share/elasticsearch/logs", "/tmp")
                .build();
    }

    private static KnownImage opensearch() {
        return KnownImage.of(
                        Product.OPENSEARCH,
                        Source.of(
                                "opensearch-project/opensearch-build",
                                "176ece0786",
                                "docker/release/dockerfiles/opensearch.al2023.dockerfile"),
                        "opensearchproject/opensearch")
                .data("/usr/share/opensearch/data")
                .dataDirectoryVariables("path.data")
                .startsAs("1000")
                .runs(ServerCommand.of("opensearch", "opensearch-docker-entrypoint.sh")
                        .data("-Epath.data")
                        .reads("/usr/share/opensearch/config", "path.data", "path:"))
                .user(1000, 1000)
                .build();
    }
}
