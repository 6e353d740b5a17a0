package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import java.util.Arrays;
import java.util.List;

/** Fields of a kind that cannot change after the object is created. */
public final class ImmutableFields implements UpdateRule {
    private static final String WHY = "cannot change after the object is created";

    private final Rule rule;
    private final List<String> fields;
    private final boolean forbidden;

    private ImmutableFields(Rule rule, List<String> fields, boolean forbidden) {
        this.rule = rule;
        this.fields = fields;
        this.forbidden = forbidden;
    }

    /** Returns a rule for these fields, each named with dots. */
    public static ImmutableFields of(Rule rule, String... fields) {
        return new ImmutableFields(rule, List.of(fields), false);
    }

    /** Returns the same for fields of which the server says that a change is forbidden, not that the value is invalid. */
    public static ImmutableFields forbidden(Rule rule, String... fields) {
        return new ImmutableFields(rule, List.of(fields), true);
    }

    @Override
    public void check(Update update, Findings findings) {
        for (String field : fields) {
            String[] path = field.split("\\.", -1);
            if (!update.keeps(path)) {
                FieldPath at = FieldPath.of(path[0], Arrays.copyOfRange(path, 1, path.length));
                JsonNode value = update.now(path);
                if (forbidden) {
                    findings.forbidden(rule, at, WHY);
                } else {
                    findings.invalid(
                            rule, at, value.isValueNode() && !value.isNull() ? value.asText() : shown(value), WHY);
                }
            }
        }
    }

    private static Object shown(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "nothing" : new Shown(value.toString());
    }

    /** A structure in a message, printed as it is, without quotes. */
    private record Shown(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
