package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Commands that give a document to kubectl on its standard input. */
final class Documents {
    private static final String VOLUME = "\u0001";
    private static final String CLASS = "\u0002";

    private Documents() {}

    /**
     * Creates a document as it is. It is not applied: the next apply of a manifest would take away what only the document
     * says, and be refused.
     */
    static String create(ObjectNode document) {
        return "kubectl create --filename - <<'EOF'\n" + document + "\nEOF";
    }

    /** A claim of this spec, on a volume of its own. */
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

    /** Creates a claim of this spec on the volume and of the class that these shell variables name. */
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

    /** Keeps the volume that the shell variable names for a claim that comes, so that no other takes it in between. */
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
