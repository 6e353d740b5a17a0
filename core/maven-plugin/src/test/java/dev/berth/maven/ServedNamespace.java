package dev.berth.maven;

import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An API server with the built-in kinds and the namespace {@code shop}. Its lists are empty except for those that a test
 * states.
 */
final class ServedNamespace implements AutoCloseable {

    /** The kinds by the version that has them; those with a star have no namespace. */
    private static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "/api/v1",
            "configmaps=ConfigMap persistentvolumeclaims=PersistentVolumeClaim pods=Pod secrets=Secret"
                    + " serviceaccounts=ServiceAccount services=Service *persistentvolumes=PersistentVolume",
            "/apis/apps/v1",
            "daemonsets=DaemonSet deployments=Deployment replicasets=ReplicaSet statefulsets=StatefulSet",
            "/apis/autoscaling/v2",
            "horizontalpodautoscalers=HorizontalPodAutoscaler",
            "/apis/batch/v1",
            "cronjobs=CronJob jobs=Job",
            "/apis/networking.k8s.io/v1",
            "ingresses=Ingress networkpolicies=NetworkPolicy",
            "/apis/policy/v1",
            "poddisruptionbudgets=PodDisruptionBudget",
            "/apis/storage.k8s.io/v1",
            "*storageclasses=StorageClass"));

    private final KubernetesMockServer server = new KubernetesMockServer(false);
    private final Map<String, String> lists = new TreeMap<>();

    ServedNamespace() {
        server.init();
        answer(
                "/api/v1/namespaces/shop",
                200,
                "{\"metadata\":{\"name\":\"shop\",\"uid\":\"uid-of-shop\",\"managedFields\":[{\"manager\":\"kubectl-create\",\"operation\":\"Update\",\"fieldsV1\":{}}]}}");
        KINDS.forEach((version, kinds) -> {
            List<String> resources = new ArrayList<>();
            for (String kind : kinds.split(" ", -1)) {
                boolean wide = kind.startsWith("*");
                String plural = kind.substring(wide ? 1 : 0, kind.indexOf('='));
                resources.add("{\"name\":\"" + plural + "\",\"kind\":\"" + kind.substring(kind.indexOf('=') + 1)
                        + "\",\"namespaced\":" + !wide + "}");
                lists.put(plural, version + (wide ? "/" : "/namespaces/shop/") + plural + "?limit=500");
            }
            answer(version, 200, "{\"resources\":[" + String.join(",", resources) + "]}");
        });
    }

    /** Serves the cluster: these items, as JSON, by the plural of their kind; {@code forbidden} for a kind that is not allowed. */
    ServedNamespace serve(Map<String, String> items) {
        lists.forEach((plural, path) -> {
            String listed = items.getOrDefault(plural, "");
            if (listed.equals("forbidden")) {
                answer(path, 403, "{\"kind\":\"Status\",\"status\":\"Failure\",\"code\":403}");
            } else {
                answer(path, 200, "{\"items\":[" + listed + "]}");
            }
        });
        return this;
    }

    private void answer(String path, int status, String body) {
        server.expect().get().withPath(path).andReturn(status, body).always();
    }

    /** Returns a kubeconfig whose only context is this server. */
    String kubeconfig() {
        return """
                apiVersion: v1
                kind: Config
                current-context: test
                clusters: [{name: test, cluster: {server: "%s"}}]
                contexts: [{name: test, context: {cluster: test, user: reader}}]
                users: [{name: reader, user: {token: not-for-real-use}}]
                """.replace("%s", server.url("/"));
    }

    /** Returns the text without the port, which differs in each run. */
    String withoutPort(String text) {
        return text.replace(":" + server.getPort() + "/", ":PORT/");
    }

    @Override
    public void close() {
        server.destroy();
    }
}
