package dev.berth.client;

import dev.berth.review.FileSource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An API server that serves the built-in kinds, and answers lists as a test states; all other
 * lists in the namespaces {@code shop} and {@code jobs} are empty. */
final class MockCluster implements AutoCloseable {
    private static final List<String[]> KINDS = List.of(
            kinds(
                    "v1",
                    "configmaps=ConfigMap persistentvolumeclaims=PersistentVolumeClaim pods=Pod pods/log=Pod"
                            + " secrets=Secret serviceaccounts=ServiceAccount services=Service *persistentvolumes=PersistentVolume"
                            + " *namespaces=Namespace"),
            kinds(
                    "apps/v1",
                    "daemonsets=DaemonSet deployments=Deployment replicasets=ReplicaSet statefulsets=StatefulSet"
                            + " statefulsets/scale=Scale"),
            kinds("autoscaling/v2", "horizontalpodautoscalers=HorizontalPodAutoscaler"),
            kinds("batch/v1", "cronjobs=CronJob jobs=Job"),
            kinds("networking.k8s.io/v1", "ingresses=Ingress networkpolicies=NetworkPolicy"),
            kinds("policy/v1", "poddisruptionbudgets=PodDisruptionBudget"),
            kinds("storage.k8s.io/v1", "*storageclasses=StorageClass"));

    private final KubernetesMockServer server = new KubernetesMockServer(false);
    private final List<String> answered = new ArrayList<>();

    MockCluster() {
        server.init();
    }

    private static String[] kinds(String version, String kinds) {
        return new String[] {version, kinds};
    }

    /** States the answer to a GET request; the first statement about a path counts. */
    MockCluster answer(String path, int status, String body) {
        if (!answered.contains(path)) {
            answered.add(path);
            server.expect().get().withPath(path).andReturn(status, body).always();
        }
        return this;
    }

    /** States the items of a list, as JSON. */
    MockCluster list(String path, String... items) {
        return answer(path + "?limit=500", 200, "{\"items\":[" + String.join(",", items) + "]}");
    }

    /** Returns the cluster as the tree before, for this new tree. */
    ClusterSource source(String tree) {
        return source(tree, "default", Set.of());
    }

    /** Returns the same, with the namespace of the context, and the namespaces that the user names. */
    ClusterSource source(String tree, String context, Set<String> namespaces) {
        for (String[] version : KINDS) {
            StringBuilder resources = new StringBuilder();
            for (String kind : version[1].split(" ", -1)) {
                boolean wide = kind.startsWith("*");
                String plural = kind.substring(wide ? 1 : 0, kind.indexOf('='));
                resources
                        .append(resources.isEmpty() ? "" : ",")
                        .append("{\"name\":\"" + plural + "\",\"kind\":\"" + kind.substring(kind.indexOf('=') + 1)
                                + "\",\"namespaced\":" + !wide + "}");
                if (!plural.contains("/")) {
                    list(ApiResource.root(version[0]) + (wide ? "/" : "/namespaces/shop/") + plural);
                    list(ApiResource.root(version[0]) + (wide ? "/" : "/namespaces/jobs/") + plural);
                }
            }
            answer(
                    ApiResource.root(version[0]),
                    200,
                    "{\"kind\":\"APIResourceList\",\"resources\":[" + resources + "]}");
        }
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.url("/"))
                .withNamespace(context)
                .build();
        return new ClusterSource(
                config, FileSource.of(new ByteArrayInputStream(tree.getBytes(StandardCharsets.UTF_8))), namespaces);
    }

    /** Returns the text without the port, which differs in each run. */
    String withoutPort(String text) {
        return text.replace(":" + server.getPort() + "/", ":PORT/");
    }

    /** Returns the paths of the requests so far, without queries. */
    List<String> requests() throws InterruptedException {
        List<String> paths = new ArrayList<>();
        int count = server.getRequestCount();
        for (int i = 0; i < count; i++) {
            paths.add(server.takeRequest().getPath().split("\\?", 2)[0]);
        }
        return paths;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
