package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Commands that pass a document to kubectl on its standard input. */
final class StandardInput {
    private static final String VOLUME = "\u0001";
    private static final String CLASS = "\u0002";
    private static final Map<String, String> VARIABLES =
            Map.of(VOLUME, "$volume", CLASS, "$class", Ordinal.ANY, "$ordinal");

    private StandardInput() {}

    /** Returns the lines of the command that applies one object by itself. */
    static List<String> apply(JsonNode manifest) {
        return List.of(Step.APPLY + " --filename - <<'EOF'", manifest.toString(), "EOF");
    }

    /**
     * Returns the lines of the command that creates a claim on a separate volume, if it does not exist. It is not applied,
     * because the next apply of a manifest would remove the fields that only this document has, and be refused.
     *
     * @param like what the claim gets its labels, annotations and spec from
     */
    static List<String> createClaim(String namespace, String name, JsonNode like) {
        return document(
                ClaimExists.condition(namespace, name) + " || kubectl create --filename -",
                claim(namespace, name, like));
    }

    /**
     * Returns the lines of the command that creates a claim on the volume and with the class in the shell variables
     * {@code volume} and {@code class}, if it does not exist.
     *
     * @param like what the claim gets its labels, annotations and spec from
     */
    static List<String> createOnVolume(String namespace, String name, JsonNode like) {
        ObjectNode claim = claim(namespace, name, like);
        ((ObjectNode) claim.path("spec")).put("storageClassName", CLASS).put("volumeName", VOLUME);
        return document(ClaimExists.condition(namespace, name) + " || kubectl create --filename -", claim);
    }

    /** Returns the lines of a command that reads an object, in which variables of the shell may stand. */
    static List<String> document(String command, JsonNode object) {
        String json = object.toString();
        String text = json;
        for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
            text = text.replace(escaped(variable.getKey()), variable.getKey());
        }
        if (text.equals(json)) {
            return List.of(command + " <<'EOF'", json, "EOF");
        }
        text = Kubectl.inDoubleQuotes(text);
        for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
            text = text.replace(variable.getKey(), variable.getValue());
        }
        return List.of(command + " <<EOF", text, "EOF");
    }

    /** Returns a control character as JSON writes it. */
    private static String escaped(String character) {
        return "\\u000" + (int) character.charAt(0);
    }

    private static ObjectNode claim(String namespace, String name, JsonNode like) {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        claim.put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
        ObjectNode metadata = claim.putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        for (String field : List.of("labels", "annotations")) {
            JsonNode value = like.path("metadata").path(field);
            if (!value.isEmpty()) {
                metadata.set(field, value.deepCopy());
            }
        }
        ObjectNode spec = like.path("spec") instanceof ObjectNode fields ? fields.deepCopy() : claim.objectNode();
        spec.remove("volumeName");
        claim.set("spec", spec);
        return claim;
    }
}
