package dev.berth.client;

/**
 * A kind with the path at which an API server has its objects.
 *
 * @param apiVersion the group and the version: {@code apps/v1}
 * @param kind the kind: {@code StatefulSet}
 * @param plural the name in paths: {@code statefulsets}
 * @param namespaced whether its objects belong to a namespace
 */
record ApiResource(String apiVersion, String kind, String plural, boolean namespaced) {

    /** Returns the API group; empty for the core group. */
    String group() {
        return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }

    /** Returns the path of the objects of all namespaces, or of a kind without namespaces. */
    String path() {
        return root(apiVersion) + "/" + plural;
    }

    /** Returns the path of the objects of a namespace. */
    String path(String namespace) {
        return root(apiVersion) + "/namespaces/" + namespace + "/" + plural;
    }

    /** Returns the path of a version, where the server lists its kinds. */
    static String root(String apiVersion) {
        return apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
    }
}
