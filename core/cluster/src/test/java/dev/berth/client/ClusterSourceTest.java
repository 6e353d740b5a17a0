package dev.berth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.review.ApplyOptions;
import dev.berth.review.FileSource;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.TreeSource;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterSourceTest {
    private static final String TREE = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: shop}
            data: {LOG_LEVEL: debug}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: password, namespace: shop}
            stringData: {password: new-and-secret}
            """;
    private static final String CONFIG_MAPS = "/api/v1/namespaces/shop/configmaps";
    private static final String SECRETS = "/api/v1/namespaces/shop/secrets";

    private final MockCluster cluster = new MockCluster();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void the_objects_of_the_namespaces_of_the_tree_are_compared() throws IOException {
        cluster.list(CONFIG_MAPS, configMap("settings", "info"), configMap("old", "info"))
                .list(SECRETS, secret());
        assertThat(findings(review(TREE)))
                .containsExactly(
                        "IN_PLACE ConfigMap settings data[LOG_LEVEL]: info -> debug",
                        "IN_PLACE Secret password data[password]: (not shown) -> (not shown)",
                        "IN_PLACE ConfigMap old : null -> null");
    }

    @Test
    void no_value_of_a_secret_is_in_the_review() throws IOException {
        cluster.list(CONFIG_MAPS, configMap("settings", "debug")).list(SECRETS, secret());
        Review review = review(TREE);
        assertThat(review.findings().toString() + review.findings().get(0).requireChange() + review.runbooks())
                .contains("(not shown)")
                .doesNotContain("b2xkLWFuZC1zZWNyZXQ", "old-and-secret", "new-and-secret", "bmV3LWFuZC1zZWNyZXQ");
    }

    @Test
    void an_object_that_the_cluster_does_not_have_is_new() throws IOException {
        cluster.list(CONFIG_MAPS, configMap("settings", "debug"));
        Review review = review(TREE);
        assertThat(findings(review)).containsExactly("CREATED Secret password : null -> null");
        assertThat(review.findings().get(0).message()).isEqualTo("The object is new.");
        assertThat(review.notes()).isEmpty();
    }

    @Test
    void what_may_not_be_read_is_reported_and_not_compared() throws IOException {
        cluster.list(CONFIG_MAPS, configMap("settings", "debug")).answer(SECRETS + "?limit=500", 403, status(403));
        Review review = review(TREE);
        assertThat(review.findings()).isEmpty();
        assertThat(review.notes())
                .containsExactly("Secret in namespace \"shop\" is not allowed to be read, so it is not compared.");
    }

    @Test
    void a_kind_that_the_cluster_does_not_serve_is_reported() throws IOException {
        cluster.list(CONFIG_MAPS, configMap("settings", "debug")).list(SECRETS, secret());
        String tree = TREE.replace("new-and-secret", "old-and-secret")
                + "---\napiVersion: example.com/v1\nkind: Backup\nmetadata: {name: nightly, namespace: shop}\n";
        cluster.answer("/apis/example.com/v1", 404, status(404));
        Review review = review(tree);
        assertThat(review.findings()).isEmpty();
        assertThat(review.notes()).containsExactly("Backup is not served by the cluster, so it is not compared.");
    }

    @Test
    void a_list_is_read_page_by_page() throws IOException {
        cluster.answer(
                        CONFIG_MAPS + "?limit=500",
                        200,
                        "{\"metadata\":{\"continue\":\"a b\"},\"items\":[" + configMap("other", "info") + "]}")
                .answer(
                        CONFIG_MAPS + "?limit=500&continue=a+b",
                        200,
                        "{\"metadata\":{},\"items\":[" + configMap("settings", "info") + "]}")
                .list(SECRETS, secret());
        assertThat(findings(review(TREE)))
                .contains(
                        "IN_PLACE ConfigMap settings data[LOG_LEVEL]: info -> debug",
                        "IN_PLACE ConfigMap other : null -> null");
    }

    @Test
    void a_page_that_expired_is_read_again_in_one_list() throws IOException {
        cluster.answer(
                        CONFIG_MAPS + "?limit=500",
                        200,
                        "{\"metadata\":{\"continue\":\"old\"},\"items\":[" + configMap("gone", "info") + "]}")
                .answer(CONFIG_MAPS + "?limit=500&continue=old", 410, status(410))
                .answer(CONFIG_MAPS, 200, "{\"items\":[" + configMap("settings", "info") + "]}")
                .list(SECRETS, secret());
        assertThat(findings(review(TREE)))
                .contains("IN_PLACE ConfigMap settings data[LOG_LEVEL]: info -> debug")
                .noneMatch(finding -> finding.contains("gone"));
    }

    @Test
    void a_partial_answer_is_one_line() {
        ClusterSource source = cluster.answer(CONFIG_MAPS + "?limit=500", 200, "{\"items\":[{\"metadata\":{")
                .source(TREE);
        assertThatThrownBy(source::files).satisfies(e -> assertThat(cluster.withoutPort(String.valueOf(e.getMessage())))
                .matches("http://.*:PORT/ answers GET /api/v1/namespaces/shop/configmaps\\?limit=500 with incomplete"
                        + " JSON"));
    }

    @Test
    void credentials_that_are_not_accepted_are_one_line() {
        ClusterSource source = cluster.answer("/apis/apps/v1", 401, status(401)).source(TREE);
        assertThatThrownBy(source::files).satisfies(e -> assertThat(cluster.withoutPort(String.valueOf(e.getMessage())))
                .matches("http://.*:PORT/ does not accept the credentials of the context \\(401\\)"));
    }

    @Test
    void a_server_that_is_not_there_is_one_line() {
        ClusterSource source = cluster.source(TREE);
        cluster.close();
        assertThatThrownBy(source::files).satisfies(e -> assertThat(cluster.withoutPort(String.valueOf(e.getMessage())))
                .matches("http://.*:PORT/ cannot be reached: the connection was refused"));
    }

    @Test
    void a_host_that_does_not_exist_is_one_line() {
        ClusterSource source = new ClusterSource(
                new ConfigBuilder(Config.empty())
                        .withMasterUrl("http://cluster.invalid/")
                        .build(),
                source(TREE),
                Set.of());
        assertThatThrownBy(source::files)
                .isInstanceOf(IOException.class)
                .hasMessage("http://cluster.invalid/ cannot be reached: its host name cannot be resolved");
    }

    @Test
    void a_server_that_goes_away_is_one_line() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/apis/apps/v1", exchange -> {
            byte[] kinds = "{\"resources\":[{\"name\":\"deployments\",\"kind\":\"Deployment\",\"namespaced\":true}]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, kinds.length);
            exchange.getResponseBody().write(kinds);
            exchange.close();
        });
        server.createContext("/apis/apps/v1/namespaces", exchange -> exchange.close());
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            ClusterSource source = new ClusterSource(
                    new ConfigBuilder(Config.empty()).withMasterUrl(url).build(), source(TREE), Set.of());
            assertThatThrownBy(source::files)
                    .isInstanceOf(IOException.class)
                    .satisfies(e ->
                            assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1))
                    .hasMessageStartingWith(url + " cannot be reached: ");
        } finally {
            server.stop(0);
        }
    }

    private Review review(String tree) throws IOException {
        ClusterSource source = cluster.source(tree);
        Map<String, String> files = source.files();
        ObjectTree before = ObjectTreeReader.read(source.name(), "", files)
                .ofCluster(source.reading().orElseThrow());
        ObjectTree after = ObjectTreeReader.read("tree", "", Map.of("tree.yaml", tree));
        return Reviewer.review(before, after, KubernetesVersion.recorded(), ApplyOptions.DEFAULT);
    }

    private static List<String> findings(Review review) {
        return review.findings().stream()
                .map(finding -> finding.effect() + " " + finding.object().kind() + " "
                        + finding.object().name() + " " + finding.field() + ": "
                        + finding.requireChange().from() + " -> "
                        + finding.requireChange().to())
                .toList();
    }

    private static TreeSource source(String tree) {
        return FileSource.of(new ByteArrayInputStream(tree.getBytes(StandardCharsets.UTF_8)));
    }

    private static String configMap(String name, String level) {
        return metadata(name, "\"data\":{\"LOG_LEVEL\":\"" + level + "\"}");
    }

    private static String secret() {
        return metadata("password", "\"data\":{\"password\":\"b2xkLWFuZC1zZWNyZXQ=\"},\"type\":\"Opaque\"");
    }

    private static String metadata(String name, String fields) {
        return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"shop\",\"uid\":\"uid-of-" + name + "\","
                + "\"managedFields\":[{\"manager\":\"kubectl\",\"operation\":\"Apply\",\"fieldsV1\":{\"f:data\":{}}}]},"
                + fields + "}";
    }

    private static String status(int code) {
        return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"code\":" + code + "}";
    }
}
