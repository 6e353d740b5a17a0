package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;

/** The type of a Secret cannot change, nor can its data once {@code immutable} is true. */
public final class SecretUpdate implements UpdateRule {
    private static final Rule TYPE = Rule.core("secret-type-immutable", "ValidateSecretUpdate");
    private static final Rule DATA = Rule.core("secret-immutable", "ValidateSecretUpdate");

    @Override
    public void check(Update update, Findings findings) {
        JsonNode type = update.now("type");
        if (!type(update.old("type")).equals(type(type))) {
            findings.invalid(TYPE, FieldPath.of("type"), type(type), "cannot change after the Secret is created");
        }
        Frozen.check(DATA, update, findings, "data");
    }

    private static String type(JsonNode type) {
        String text = type.asText("");
        return text.isEmpty() || type.isNull() ? "Opaque" : text;
    }
}
