package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import java.util.SortedSet;
import java.util.TreeSet;

/** The scopes of a ResourceQuota cannot change, except for their order. */
public final class ResourceQuotaUpdate implements UpdateRule {
    private static final Rule RULE = Rule.core("resourcequota-scopes", "ValidateResourceQuotaUpdate");

    @Override
    public void check(Update update, Findings findings) {
        SortedSet<String> now = scopes(update.now("spec", "scopes"));
        if (!now.equals(scopes(update.old("spec", "scopes")))) {
            findings.invalid(
                    RULE,
                    FieldPath.of("spec", "scopes"),
                    String.join(", ", now),
                    "cannot change after the object is created");
        }
    }

    private static SortedSet<String> scopes(JsonNode list) {
        SortedSet<String> scopes = new TreeSet<>();
        list.forEach(scope -> scopes.add(scope.asText()));
        return scopes;
    }
}
