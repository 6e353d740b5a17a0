package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;

/** A Secret keeps its type, and all of its data once it says {@code immutable}. */
public final class SecretUpdate implements UpdateRule {
    private static final Rule TYPE = Rule.core("secret-type-immutable", "ValidateSecretUpdate");
    private static final Rule DATA = Rule.core("secret-immutable", "ValidateSecretUpdate");

    @Override
    public void check(Update update, Findings findings) {
        JsonNode type = update.now("type");
        if (!type(update.old("type")).equals(type(type))) {
            findings.invalid(
                    TYPE, FieldPath.of("type"), type(type), "keeps the value that the Secret was created with");
        }
        Frozen.check(DATA, update, findings, "data");
    }

    private static String type(JsonNode type) {
        String text = type.asText("");
        return text.isEmpty() || type.isNull() ? "Opaque" : text;
    }
}
