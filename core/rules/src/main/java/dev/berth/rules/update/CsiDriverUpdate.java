package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;

/** Whether the volumes of a CSIDriver are attached, and their lifecycle modes, cannot change; the rest may. */
public final class CsiDriverUpdate implements UpdateRule {
    private static final Rule RULE =
            new Rule("csidriver-immutable", "ValidateCSIDriverUpdate", "pkg/apis/storage/validation/validation.go");
    private static final JsonNode ATTACHED = BooleanNode.TRUE;
    private static final ArrayNode PERSISTENT =
            JsonNodeFactory.instance.arrayNode().add("Persistent");

    @Override
    public void check(Update update, Findings findings) {
        // The server spells this field like this.
        keeps(update, "attachRequired", ATTACHED, "attachedRequired", findings);
        keeps(update, "volumeLifecycleModes", PERSISTENT, "volumeLifecycleModes", findings);
    }

    private static void keeps(Update update, String field, JsonNode left, String told, Findings findings) {
        JsonNode now = orDefault(update.now("spec", field), left);
        if (!now.equals(orDefault(update.old("spec", field), left))) {
            findings.invalid(
                    RULE, FieldPath.of("spec", told), now.toString(), "cannot change after the object is created");
        }
    }

    /** Returns the server's default if the value is absent. */
    private static JsonNode orDefault(JsonNode value, JsonNode left) {
        return value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty()) ? left : value;
    }
}
