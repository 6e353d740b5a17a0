package dev.berth.maven;

import dev.berth.client.ClusterSource;
import dev.berth.review.TreeSource;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** The cluster as the old tree. Only this class uses the client, so that other reviews do not load it. */
final class RunningCluster {

    private RunningCluster() {}

    static TreeSource of(Optional<String> context, TreeSource tree, Set<String> namespaces) throws IOException {
        return ClusterSource.of(context, tree, namespaces);
    }
}
