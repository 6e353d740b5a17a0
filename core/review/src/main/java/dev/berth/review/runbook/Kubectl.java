package dev.berth.review.runbook;

import java.util.List;
import java.util.stream.Collectors;

/** The commands for one namespace, or without one, with every name quoted. */
final class Kubectl {
    private final String namespace;

    Kubectl(String namespace) {
        this.namespace = namespace;
    }

    /** Returns any kubectl command: {@code verb} as it is, followed by the namespace. */
    String run(String verb) {
        return "kubectl " + call(verb);
    }

    /** Returns a call of one of the functions: its words as they are, followed by the namespace. */
    String call(String words) {
        return words + (namespace.isEmpty() ? "" : " --namespace " + quote(namespace));
    }

    /** Returns the name of an object with its namespace, as the functions expect it. */
    String qualified(String name) {
        return quote((namespace.isEmpty() ? "default" : namespace) + "/" + name);
    }

    /** Returns the command that deletes objects if they exist, and waits until they are gone. */
    String delete(String kind, List<String> names, String... flags) {
        String tail = flags.length == 0 ? "" : " " + String.join(" ", flags);
        return run("delete " + kind + " " + quoted(names)) + " --ignore-not-found --timeout=10m" + tail;
    }

    /** Returns the command that patches fields of an object. */
    String patch(String kind, String name, String json) {
        return run("patch " + kind + " " + quote(name)) + " --type merge --patch " + quote(json);
    }

    /** Returns a word that a shell reads as one, whatever its characters. */
    static String quote(String word) {
        if (word.contains(Ordinal.ANY)) {
            return "\"" + inDoubleQuotes(word).replace("\"", "\\\"").replace(Ordinal.ANY, "$ordinal") + "\"";
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Returns a text from which a shell removes what it means in double quotes, and in a document. */
    static String inDoubleQuotes(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("`", "\\`");
    }

    static String quoted(List<String> words) {
        return words.stream().map(Kubectl::quote).collect(Collectors.joining(" "));
    }
}
