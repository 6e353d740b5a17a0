package dev.berth.change.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Claims as JSON, which kubectl reads from its standard input, in one line of a script. */
final class ClaimSpec {
    private ClaimSpec() {}

    /** A claim of this spec; its name and volume are written as shell variables where they start with a dollar. */
    static String json(String namespace, String name, JsonNode spec, String volume) {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        claim.put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
        ObjectNode metadata = claim.putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        ObjectNode body = spec instanceof ObjectNode fields ? fields.deepCopy() : claim.objectNode();
        if (!volume.isEmpty()) {
            body.put("volumeName", volume);
        }
        claim.set("spec", body);
        return claim.toString();
    }

    /** A command that applies a document in which shell variables are replaced. */
    static String apply(String json, String indent) {
        return indent + "kubectl apply --filename - <<EOF\n"
                + json.replace("\\", "\\\\").replace("`", "\\`") + "\nEOF";
    }
}
