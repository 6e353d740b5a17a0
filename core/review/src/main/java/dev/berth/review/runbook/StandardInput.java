package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Commands that pass a document to kubectl on its standard input. */
final class StandardInput {
    private static final String VOLUME = "\u0001";
    private static final String CLASS = "\u0002";

    private StandardInput() {}

    /**
     * Returns the command that creates a document. It is not applied, because the next apply of a manifest would remove
     * the fields that only the document has, and be refused.
     */
    static String create(ObjectNode document) {
        return "kubectl create --filename - <<'EOF'\n" + document + "\nEOF";
    }

    /** Returns a claim with this spec, on a separate volume. */
    static ObjectNode claim(String namespace, String name, JsonNode spec) {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        claim.put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
        ObjectNode metadata = claim.putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        ObjectNode own = spec instanceof ObjectNode fields ? fields.deepCopy() : claim.objectNode();
        own.remove("volumeName");
        claim.set("spec", own);
        return claim;
    }

    /**
     * Returns the command that creates a claim with this spec, on the volume and with the class in these shell
     * variables.
     */
    static String createOn(String volume, String storageClass, String namespace, String name, JsonNode spec) {
        ObjectNode claim = claim(namespace, name, spec);
        ((ObjectNode) claim.path("spec")).put("storageClassName", CLASS).put("volumeName", VOLUME);
        String text = claim.toString()
                .replace("\\u0001", VOLUME)
                .replace("\\u0002", CLASS)
                .replace("\\", "\\\\")
                .replace("$", "\\$")
                .replace("`", "\\`")
                .replace(VOLUME, "$" + volume)
                .replace(CLASS, "$" + storageClass);
        return "kubectl create --filename - <<EOF\n" + text + "\nEOF";
    }

    /**
     * Returns the command that reserves the volume in the shell variable for a future claim, so that no other claim
     * gets it in the meantime.
     */
    static String reserve(String volume, String namespace, String claim) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("spec")
                .putObject("claimRef")
                .put("namespace", namespace.isEmpty() ? "default" : namespace)
                .put("name", claim)
                .putNull("uid")
                .putNull("resourceVersion");
        return "kubectl patch persistentvolume \"$" + volume + "\" --type merge --patch "
                + Kubectl.quote(patch.toString());
    }
}
