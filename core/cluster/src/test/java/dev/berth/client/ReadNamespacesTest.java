package dev.berth.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.review.ApplyOptions;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The namespaces that a review reads: those of the tree's objects, and those that the user names. */
class ReadNamespacesTest {
    private static final Pattern IN_NAMESPACE = Pattern.compile("/namespaces/([^/?]+)");
    private static final String WITHOUT = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {LOG_LEVEL: debug}
            """;
    private static final String IN_SHOP = """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: other, namespace: shop}
            data: {LOG_LEVEL: info}
            """;
    private static final String CLUSTER_SCOPED = """
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast}
            provisioner: csi.example.com
            """;

    private final MockCluster cluster = new MockCluster();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void objects_of_kinds_without_namespaces_add_no_namespace() throws Exception {
        assertThat(read(cluster.source(IN_SHOP + CLUSTER_SCOPED))).containsExactly("shop");
    }

    @Test
    void objects_that_state_no_namespace_are_in_that_of_the_context() throws Exception {
        assertThat(read(cluster.source(WITHOUT + IN_SHOP, "jobs", Set.of()))).containsExactly("jobs", "shop");
    }

    @Test
    void objects_that_state_no_namespace_are_in_the_one_that_the_user_names() throws Exception {
        assertThat(read(cluster.source(WITHOUT, "jobs", Set.of("shop")))).containsExactly("shop");
    }

    @Test
    void a_namespace_that_the_user_names_is_read_too() throws Exception {
        assertThat(read(cluster.source(IN_SHOP, "default", Set.of("jobs")))).containsExactly("jobs", "shop");
    }

    @Test
    void the_namespace_of_a_kind_that_the_cluster_does_not_serve_is_read() throws Exception {
        String tree = "apiVersion: example.com/v1\nkind: Backup\nmetadata: {name: nightly, namespace: shop}\n";
        assertThat(read(cluster.source(tree))).containsExactly("shop");
    }

    @Test
    void objects_that_state_no_namespace_are_compared_with_those_in_that_of_the_context() throws Exception {
        cluster.list("/api/v1/namespaces/jobs/configmaps", configMap("settings", "jobs"))
                .list("/api/v1/namespaces/shop/configmaps", configMap("other", "shop"));
        Review review = review(cluster.source(WITHOUT + IN_SHOP, "jobs", Set.of()), Set.of());
        assertThat(review.findings())
                .extracting(finding -> finding.effect() + " " + finding.object() + " " + finding.field())
                .containsExactly("IN_PLACE ConfigMap \"settings\" in namespace \"jobs\" data[LOG_LEVEL]");
    }

    /** Reads the cluster, and returns the namespaces of the requests. */
    private Set<String> read(ClusterSource source) throws Exception {
        source.files();
        Set<String> namespaces = new TreeSet<>();
        for (String path : cluster.requests()) {
            Matcher matcher = IN_NAMESPACE.matcher(path);
            if (matcher.find()) {
                namespaces.add(matcher.group(1));
            }
        }
        return namespaces;
    }

    private static Review review(ClusterSource source, Set<String> namespaces) throws Exception {
        ObjectTree before = ObjectTreeReader.read(source.name(), "", source.files())
                .ofCluster(source.reading().orElseThrow());
        ObjectTree after = ObjectTreeReader.read("tree", "", Map.of("tree.yaml", WITHOUT + IN_SHOP));
        ApplyOptions options = new ApplyOptions(Optional.empty(), Optional.empty(), "kubectl", namespaces);
        return Reviewer.review(before, after, KubernetesVersion.recorded(), options);
    }

    private static String configMap(String name, String namespace) {
        return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"" + namespace + "\",\"uid\":\"uid-of-" + name
                + "\",\"managedFields\":[{\"manager\":\"kubectl\",\"operation\":\"Apply\",\"fieldsV1\":{\"f:data\":{}}}]},"
                + "\"data\":{\"LOG_LEVEL\":\"info\"}}";
    }
}
