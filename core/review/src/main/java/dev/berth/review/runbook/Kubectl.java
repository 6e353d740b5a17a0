package dev.berth.review.runbook;

import java.util.List;
import java.util.stream.Collectors;

/** Commands of kubectl in one namespace, or in none, with every name quoted. */
final class Kubectl {
    private final String namespace;

    Kubectl(String namespace) {
        this.namespace = namespace;
    }

    /** Any command: {@code verb} as it is, and the namespace behind it. */
    String run(String verb) {
        return "kubectl " + verb + in();
    }

    /** Prints a field of the spec of a claim. */
    String claimField(String claim, String field) {
        return run("get persistentvolumeclaim " + quote(claim)) + " --output jsonpath='{.spec." + field + "}'";
    }

    /** Deletes objects, with these flags. */
    String delete(String kind, List<String> names, String... flags) {
        String tail = flags.length == 0 ? "" : " " + String.join(" ", flags);
        return "kubectl delete " + kind + " " + quoted(names) + in() + tail;
    }

    /** Changes fields of an object. */
    String patch(String kind, String name, String json) {
        return "kubectl patch " + kind + " " + quote(name) + in() + " --type merge --patch " + quote(json);
    }

    /** Waits until a field of an object has a value. */
    String await(String kind, String name, String field, String value, String timeout) {
        return "kubectl wait " + kind + "/" + quote(name) + in() + " --for=jsonpath=" + quote("{" + field + "}") + "="
                + quote(value) + " --timeout=" + timeout;
    }

    /** Waits until a rollout has come to its end. */
    String rollout(String kind, String name) {
        return "kubectl rollout status " + kind + "/" + quote(name) + in() + " --timeout=15m";
    }

    /** Applies a file. */
    static String apply(String file) {
        return "kubectl apply --filename " + quote(file);
    }

    /** A word that a shell takes as one, whatever is in it. */
    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    static String quoted(List<String> words) {
        return words.stream().map(Kubectl::quote).collect(Collectors.joining(" "));
    }

    private String in() {
        return namespace.isEmpty() ? "" : " --namespace " + quote(namespace);
    }
}
