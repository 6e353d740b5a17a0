package dev.berth.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.client.ApiServer.DeniedException;
import dev.berth.review.TreeSource;
import dev.berth.review.model.ClusterReading;
import dev.berth.review.model.UnreadKind;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The objects of a running cluster that a review of a tree needs. It only sends GET requests.
 *
 * <p>It lists the objects in the namespaces of the tree, reads objects without a namespace by name, and lists volumes and
 * storage classes. What the cluster does not allow is reported, and not compared.
 */
public final class ClusterSource implements TreeSource {
    private static final int TIMEOUT = 30_000;
    private static final Set<String> LISTED = Set.of("PersistentVolume", "StorageClass");

    private final Config config;
    private final TreeSource tree;
    private final Set<String> namespaces;
    private final List<UnreadKind> unread = new ArrayList<>();

    ClusterSource(Config config, TreeSource tree, Set<String> namespaces) {
        this.config = config;
        this.tree = tree;
        this.namespaces = Set.copyOf(namespaces);
    }

    /**
     * Returns the cluster of a context of the kubeconfig.
     *
     * @param context the context; empty for the current one
     * @param tree the tree that is compared with the cluster
     * @param namespaces the namespaces to read in addition to those of the tree
     * @throws IOException if there is no such context, or no kubeconfig can be read; one line
     */
    public static ClusterSource of(Optional<String> context, TreeSource tree, Set<String> namespaces)
            throws IOException {
        return new ClusterSource(Kubeconfig.of(context), tree, namespaces);
    }

    @Override
    public String name() {
        return "the cluster at " + config.getMasterUrl();
    }

    @Override
    public String root() {
        return "";
    }

    @Override
    public Optional<ClusterReading> reading() {
        return Optional.of(new ClusterReading(home(), unread));
    }

    /** The namespace in which an apply creates objects that state none: the only one that the user names, or that of the context. */
    private String home() {
        if (namespaces.size() == 1) {
            return namespaces.iterator().next();
        }
        String context = config.getNamespace();
        return context == null ? "default" : context;
    }

    @Override
    public Map<String, String> files() throws IOException {
        Config limited = new ConfigBuilder(config)
                .withRequestRetryBackoffLimit(2)
                .withConnectionTimeout(TIMEOUT)
                .withRequestTimeout(TIMEOUT)
                .build();
        unread.clear();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(limited).build()) {
            return read(new ApiServer(client), TreeScope.of(tree.files().values()));
        } catch (KubernetesClientException unusable) {
            throw new IOException("The kubeconfig cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private Map<String, String> read(ApiServer server, TreeScope scope) throws IOException {
        List<ApiResource> served = new ArrayList<>();
        for (String apiVersion : new TreeSet<>(scope.kinds().keySet())) {
            served.addAll(resources(server, apiVersion, scope.kinds().getOrDefault(apiVersion, Set.of())));
        }
        Set<String> wanted = new TreeSet<>(namespaces);
        wanted.addAll(scope.namespaces(served, home()));
        Map<String, String> files = new TreeMap<>();
        for (ApiResource resource : served) {
            if (resource.namespaced()) {
                for (String namespace : wanted) {
                    list(server, resource, resource.path(namespace), namespace, files);
                }
            } else if (LISTED.contains(resource.kind())) {
                list(server, resource, resource.path(), "", files);
            } else {
                byName(server, resource, scope.names(resource), files);
            }
        }
        for (String namespace : wanted) {
            byName(server, new ApiResource("v1", "Namespace", "namespaces", false), Set.of(namespace), files);
        }
        return files;
    }

    /** Returns the kinds that the server has at a version. */
    private List<ApiResource> resources(ApiServer server, String apiVersion, Set<String> kinds) throws IOException {
        List<ApiResource> resources = new ArrayList<>();
        Set<String> missing = new TreeSet<>(kinds);
        try {
            for (JsonNode entry : server.get(ApiResource.root(apiVersion)).path("resources")) {
                String plural = entry.path("name").asText();
                String kind = entry.path("kind").asText();
                if (kinds.contains(kind) && !plural.contains("/")) {
                    missing.remove(kind);
                    resources.add(new ApiResource(
                            apiVersion, kind, plural, entry.path("namespaced").asBoolean()));
                }
            }
        } catch (DeniedException denied) {
            if (denied.code() == HttpURLConnection.HTTP_FORBIDDEN) {
                kinds.forEach(
                        kind -> unread(new ApiResource(apiVersion, kind, "", true), "", "is not allowed to be read"));
                return List.of();
            }
        }
        missing.forEach(
                kind -> unread(new ApiResource(apiVersion, kind, "", true), "", "is not served by the cluster"));
        return resources;
    }

    private void list(ApiServer server, ApiResource resource, String path, String namespace, Map<String, String> files)
            throws IOException {
        try {
            put(resource, path, server.list(path), files);
        } catch (DeniedException denied) {
            unread(resource, namespace, reason(denied));
        }
    }

    private void byName(ApiServer server, ApiResource resource, Set<String> names, Map<String, String> files)
            throws IOException {
        for (String name : names) {
            String path = resource.path() + "/" + name;
            try {
                put(resource, path, List.of(server.get(path)), files);
            } catch (DeniedException denied) {
                if (denied.code() != HttpURLConnection.HTTP_NOT_FOUND) {
                    unread(resource, "", reason(denied));
                    return;
                }
            }
        }
    }

    private static String reason(DeniedException denied) {
        return denied.code() == HttpURLConnection.HTTP_NOT_FOUND
                ? "is not served by the cluster"
                : "is not allowed to be read";
    }

    private void unread(ApiResource resource, String namespace, String reason) {
        unread.add(new UnreadKind(resource.group(), resource.kind(), namespace, reason));
    }

    /** The items of a list have no version and no kind of their own. */
    private static void put(ApiResource resource, String path, List<JsonNode> items, Map<String, String> files) {
        if (items.isEmpty()) {
            return;
        }
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("apiVersion", "v1").put("kind", "List");
        var all = list.putArray("items");
        for (JsonNode item : items) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put("apiVersion", resource.apiVersion()).put("kind", resource.kind());
            item.properties().forEach(field -> {
                if (!object.has(field.getKey())) {
                    object.set(field.getKey(), field.getValue());
                }
            });
            all.add(object);
        }
        files.put(path.substring(1) + ".json", list.toString());
    }
}
