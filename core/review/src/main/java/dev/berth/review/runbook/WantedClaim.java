package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the function {@code outdated} compares: whether a claim is still the old one. */
final class WantedClaim {
    private WantedClaim() {}

    /** Returns whether the function can tell the old claim from the new one. */
    static boolean differs(JsonNode old, JsonNode now) {
        List<String> before = values(old);
        List<String> after = values(now);
        for (int i = 0; i < after.size(); i++) {
            if (!after.get(i).isEmpty() && !after.get(i).equals(before.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the condition that a claim exists and is not yet as this spec requests it. */
    static String outdated(Kubectl kubectl, String claim, JsonNode spec) {
        return kubectl.call("outdated " + Kubectl.quote(claim) + " " + Kubectl.quoted(values(spec)));
    }

    private static List<String> values(JsonNode spec) {
        List<String> modes = new ArrayList<>();
        spec.path("accessModes").forEach(mode -> modes.add(mode.asText()));
        return List.of(
                spec.path("resources").path("requests").path("storage").asText(),
                spec.path("storageClassName").asText(),
                String.join(" ", modes));
    }
}
