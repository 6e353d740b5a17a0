package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.review.model.TreeObject;
import dev.berth.rules.version.Feature;

/**
 * How many pods of a StatefulSet an update makes unavailable at the same time.
 *
 * <p>Source: {@code getStatefulSetMaxUnavailable} in {@code pkg/controller/statefulset/stateful_set_utils.go}.
 *
 * @param pods the number of pods, at least 1
 * @param stated the field as the manifest states it
 */
record MaxUnavailable(int pods, String stated) {

    private static final MaxUnavailable ONE = new MaxUnavailable(1, "1");

    /** Reads the limit as its author wrote it, because the defaults drop it for every version. */
    static MaxUnavailable of(TreeObject set, int replicas, KubernetesVersion version) {
        JsonNode limit = set.body()
                .path("spec")
                .path("updateStrategy")
                .path("rollingUpdate")
                .path("maxUnavailable");
        if (limit.isMissingNode() || limit.isNull() || !Feature.isOn("MaxUnavailableStatefulSet", version)) {
            return ONE;
        }
        String stated = limit.asText();
        int pods = stated.endsWith("%")
                ? (int) ((long) replicas * number(stated.substring(0, stated.length() - 1)) / 100)
                : number(stated);
        return new MaxUnavailable(Math.max(1, pods), stated);
    }

    /** The API server refuses any other text, so the limit of such a set does not matter. */
    private static int number(String text) {
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 1;
    }

    /** Returns how an update proceeds. */
    String pace() {
        return pods == 1 ? "one at a time" : "up to " + pods + " at a time, because maxUnavailable is " + stated;
    }

    /** Returns until when the next pod waits. */
    String waitUntil() {
        return pods == 1 ? "that is Ready" : "fewer than " + pods + " pods are unavailable";
    }
}
