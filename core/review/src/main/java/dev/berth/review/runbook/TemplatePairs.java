package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.review.model.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The claim templates of a StatefulSet before and after a change, by name. */
record TemplatePairs(Map<String, JsonNode> old, Map<String, JsonNode> now) {

    static TemplatePairs of(Transition change) {
        return new TemplatePairs(
                byName(change.old("spec", "volumeClaimTemplates")), byName(change.now("spec", "volumeClaimTemplates")));
    }

    private static Map<String, JsonNode> byName(JsonNode list) {
        Map<String, JsonNode> templates = new LinkedHashMap<>();
        for (JsonNode template : list) {
            templates.put(template.path("metadata").path("name").asText(), template);
        }
        return templates;
    }

    /** Returns whether one template has another name. */
    boolean isRename() {
        return gone().size() == 1 && added().size() == 1;
    }

    List<String> kept() {
        return old.keySet().stream().filter(now::containsKey).toList();
    }

    List<String> gone() {
        return old.keySet().stream().filter(name -> !now.containsKey(name)).toList();
    }

    List<String> added() {
        return now.keySet().stream().filter(name -> !old.containsKey(name)).toList();
    }

    /** Returns a template before the change. */
    JsonNode before(String name) {
        return old.getOrDefault(name, MissingNode.getInstance());
    }

    /** Returns a template after the change. */
    JsonNode after(String name) {
        return now.getOrDefault(name, MissingNode.getInstance());
    }
}
