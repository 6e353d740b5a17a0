package dev.berth.review.runbook;

import java.util.List;
import java.util.stream.Collectors;

/** The kubectl commands for one namespace, or without one, with every name quoted. */
final class Kubectl {
    private final String namespace;

    Kubectl(String namespace) {
        this.namespace = namespace;
    }

    /** Returns any command: {@code verb} as it is, followed by the namespace. */
    String run(String verb) {
        return "kubectl " + verb + in();
    }

    /** Returns the command that prints a field of the spec of a claim. */
    String claimField(String claim, String field) {
        return run("get persistentvolumeclaim " + quote(claim)) + " --output jsonpath='{.spec." + field + "}'";
    }

    /** Returns the command that deletes objects, with these flags. */
    String delete(String kind, List<String> names, String... flags) {
        String tail = flags.length == 0 ? "" : " " + String.join(" ", flags);
        return "kubectl delete " + kind + " " + quoted(names) + in() + tail;
    }

    /** Returns the command that patches fields of an object. */
    String patch(String kind, String name, String json) {
        return "kubectl patch " + kind + " " + quote(name) + in() + " --type merge --patch " + quote(json);
    }

    /** Returns the command that waits until a field of an object has a value. */
    String await(String kind, String name, String field, String value, String timeout) {
        return "kubectl wait " + kind + "/" + quote(name) + in() + " --for=jsonpath=" + quote("{" + field + "}") + "="
                + quote(value) + " --timeout=" + timeout;
    }

    /** Returns the command that waits until a rollout is complete. */
    String rollout(String kind, String name) {
        return "kubectl rollout status " + kind + "/" + quote(name) + in() + " --timeout=15m";
    }

    /** Returns the command that applies a file. */
    static String apply(String file) {
        return "kubectl apply --filename " + quote(file);
    }

    /** Returns a word that a shell reads as one, whatever its characters. */
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
