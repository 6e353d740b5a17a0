package dev.berth.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.rules.Findings;
import dev.berth.schema.Schema;
import dev.berth.schema.ValueLimits;

/**
 * The range of a number, and the number that it must be a multiple of. For an integer, the server drops the fraction of
 * both. Mirrors {@code numberValidator} in {@code pkg/validation/validate/validator.go} of {@code k8s.io/kube-openapi}.
 */
final class NumberCheck {
    private NumberCheck() {}

    static CheckResult check(Schema schema, JsonNode value, FieldPath path) {
        CheckResult result = new CheckResult();
        range(schema, value, "the value", path, result);
        multiple(schema, value, path, result);
        minimum(schema, value, path, result);
        maximum(schema, value, path, result);
        result.count();
        return result;
    }

    /** Whether a number fits into the type and format; the limits of the schema have to fit too. */
    private static boolean range(Schema schema, JsonNode value, String what, FieldPath path, CheckResult result) {
        boolean fits = value.isIntegralNumber() ? fits(schema, value.longValue()) : fits(schema, value.doubleValue());
        if (!fits) {
            result.add(findings -> noRange(schema, what, path, findings));
        }
        return fits;
    }

    private static boolean limit(Schema schema, double limit, String what, FieldPath path, CheckResult result) {
        boolean fits = fits(schema, limit);
        if (!fits) {
            result.add(findings -> noRange(schema, what, path, findings));
        }
        return fits;
    }

    /** The server reports this without a field. */
    private static void noRange(Schema schema, String what, FieldPath path, Findings findings) {
        String format = TypeCheck.format(schema);
        findings.add(
                SchemaRules.NUMBER_FORMAT,
                FieldPath.root(),
                FindingType.INVALID,
                path + ": " + what + " must be a number of the type " + schema.type()
                        + (format.isEmpty() ? "" : " and the format " + format));
    }

    private static boolean fits(Schema schema, long value) {
        return !isInteger(schema) || !TypeCheck.format(schema).equals("int32") || value == (int) value;
    }

    private static boolean fits(Schema schema, double value) {
        String format = TypeCheck.format(schema);
        if (isInteger(schema)) {
            return GoNumbers.fitsInto(value, format.equals("int32") ? Integer.SIZE : Long.SIZE);
        }
        return !format.equals("float") || !Float.isInfinite((float) value);
    }

    private static boolean isInteger(Schema schema) {
        return schema.types().size() == 1 && schema.type().equals("integer");
    }

    private static void multiple(Schema schema, JsonNode value, FieldPath path, CheckResult result) {
        Double factor = schema.limits().multipleOf();
        if (factor == null) {
            return;
        }
        boolean whole = limit(schema, factor, "multipleOf", path, result) && value.isIntegralNumber();
        double used = whole ? GoNumbers.toLong(factor) : factor;
        if (used <= 0) {
            result.add(findings -> findings.invalid(
                    SchemaRules.MULTIPLE,
                    path,
                    factor,
                    "is the multipleOf of the schema, of which the server drops the fraction, so that no whole number"
                            + " is accepted"));
        } else if (!isMultiple(value, whole, used)) {
            result.add(findings ->
                    findings.invalid(SchemaRules.MULTIPLE, path, value, "must be a multiple of " + text(used)));
        }
    }

    private static boolean isMultiple(JsonNode value, boolean whole, double factor) {
        if (whole) {
            return value.longValue() % (long) factor == 0;
        }
        double number = value.doubleValue();
        return GoNumbers.isWhole(factor < 1 ? 1 / factor * number : number / factor);
    }

    private static void maximum(Schema schema, JsonNode value, FieldPath path, CheckResult result) {
        ValueLimits limits = schema.limits();
        Double most = limits.maximum();
        if (most == null) {
            return;
        }
        boolean whole = limit(schema, most, "maximum", path, result) && value.isIntegralNumber();
        int order = whole
                ? Long.compare(value.longValue(), GoNumbers.toLong(most))
                : Double.compare(value.doubleValue() + 0.0, most + 0.0);
        if (order > 0 || (order == 0 && limits.exclusiveMaximum())) {
            String than = limits.exclusiveMaximum() ? "must be less than " : "must be at most ";
            result.add(findings -> findings.invalid(SchemaRules.RANGE, path, value, than + text(most)));
        }
    }

    private static void minimum(Schema schema, JsonNode value, FieldPath path, CheckResult result) {
        ValueLimits limits = schema.limits();
        Double least = limits.minimum();
        if (least == null) {
            return;
        }
        boolean whole = limit(schema, least, "minimum", path, result) && value.isIntegralNumber();
        int order = whole
                ? Long.compare(value.longValue(), GoNumbers.toLong(least))
                : Double.compare(value.doubleValue() + 0.0, least + 0.0);
        if (order < 0 || (order == 0 && limits.exclusiveMinimum())) {
            String than = limits.exclusiveMinimum() ? "must be greater than " : "must be at least ";
            result.add(findings -> findings.invalid(SchemaRules.RANGE, path, value, than + text(least)));
        }
    }

    private static String text(double number) {
        return GoNumbers.fitsInto(number, Long.SIZE) ? Long.toString((long) number) : Double.toString(number);
    }
}
