package dev.berth.change.model;

import java.util.Map;

/**
 * The labels that the controller of a StatefulSet adds to each pod, another for each: its name and its ordinal.
 *
 * <p>Source: {@code initIdentity} of {@code pkg/controller/statefulset/stateful_set_utils.go} (Kubernetes 1.36).
 */
public final class SetLabels {
    /** The name of the pod. */
    public static final String POD_NAME = "statefulset.kubernetes.io/pod-name";

    private static final String POD_INDEX = "apps.kubernetes.io/pod-index";

    private SetLabels() {}

    /** Whether it is one of these labels. */
    static boolean isOne(String label) {
        return label.equals(POD_NAME) || label.equals(POD_INDEX);
    }

    /** Whether a pod of the owner gets this label with this value. */
    static boolean match(TreeObject owner, Map.Entry<String, String> label) {
        String prefix = label.getKey().equals(POD_NAME) ? owner.id().name() + "-" : "";
        String value = label.getValue();
        if (!owner.kind().equals("StatefulSet") || !value.startsWith(prefix)) {
            return false;
        }
        String ordinal = value.substring(prefix.length());
        if (!ordinal.matches("0|[1-9][0-9]{0,8}")) {
            return false;
        }
        long number = Long.parseLong(ordinal);
        long start = owner.body().path("spec").path("ordinals").path("start").asLong(0);
        return number >= start
                && number < start + owner.body().path("spec").path("replicas").asLong(1);
    }
}
