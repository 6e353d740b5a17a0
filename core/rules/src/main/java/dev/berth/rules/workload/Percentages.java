package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.jspecify.annotations.Nullable;

/** The rules of numbers of pods, absolute or as a percentage. */
final class Percentages {
    private static final String FILE = "pkg/apis/apps/validation/validation.go";

    private static final Rule COUNT = new Rule("count-or-percent", "ValidatePositiveIntOrPercent", FILE);
    private static final Rule AT_MOST_100 = new Rule("percent-above-100", "IsNotMoreThan100Percent", FILE);

    private Percentages() {}

    static void check(@Nullable IntOrString value, FieldPath path, Findings findings) {
        if (value != null && value.getStrVal() != null) {
            if (percent(value) < 0) {
                findings.invalid(COUNT, path, value.getStrVal(), "must be a number, or digits and '%'");
            }
        } else {
            findings.notNegative(COUNT, path, value == null ? 0 : Zero.number(value.getIntVal()));
        }
    }

    static void atMost100(@Nullable IntOrString value, FieldPath path, Findings findings) {
        if (value != null && value.getStrVal() != null && percent(value) > 100) {
            findings.invalid(AT_MOST_100, path, value.getStrVal(), "must not be greater than 100%");
        }
    }

    /** Returns the number or the percentage, even if the number is a string; 0 for a string that is neither. */
    static long amount(@Nullable IntOrString value) {
        if (value == null) {
            return 0;
        }
        if (value.getStrVal() == null) {
            return Zero.number(value.getIntVal());
        }
        long percent = percent(value);
        return percent < 0 ? number(value.getStrVal()) : percent;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** Returns the percentage, or -1 for a string that is not one. */
    private static long percent(IntOrString value) {
        String text = value.getStrVal();
        int digits = text.length() - 1;
        if (digits < 1 || !text.endsWith("%")) {
            return -1;
        }
        for (int i = 0; i < digits; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return digits > 18 ? Long.MAX_VALUE : Long.parseLong(text.substring(0, digits));
    }
}
