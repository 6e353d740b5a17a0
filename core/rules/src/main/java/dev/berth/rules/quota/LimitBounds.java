package dev.berth.rules.quota;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.format.Amount;
import dev.berth.rules.pod.ResourceNames;
import org.jspecify.annotations.Nullable;

/** How the bounds and the defaults of one resource must fit together: the last part of {@code ValidateLimitRange}. */
final class LimitBounds {
    private static final Rule ORDER = Rule.core("limit-order", "ValidateLimitRange");
    private static final Rule RATIO = Rule.core("limit-ratio", "ValidateLimitRange");
    private static final Rule OVERCOMMIT = Rule.core("limit-overcommit", "ValidateLimitRange");
    /** {@code MaxMilliValue}: up to here, the server counts in thousandths. */
    private static final long MOST_IN_THOUSANDTHS = Long.MAX_VALUE / 1000;

    private final String name;
    private final FieldPath path;
    private final Findings findings;

    LimitBounds(String name, FieldPath path, Findings findings) {
        this.name = name;
        this.path = path;
        this.findings = findings;
    }

    void check(
            @Nullable Amount min,
            @Nullable Amount max,
            @Nullable Amount limit,
            @Nullable Amount request,
            @Nullable Amount ratio) {
        ordered(min, max, "min", "min", "max");
        ordered(min, request, "defaultRequest", "min", "defaultRequest");
        ordered(request, max, "defaultRequest", "defaultRequest", "max");
        ordered(request, limit, "defaultRequest", "defaultRequest", "default");
        ordered(min, limit, "default", "min", "default");
        ordered(limit, max, "default", "default", "max");
        if (ratio != null) {
            ratio(ratio, min, max);
        }
        boolean differ = limit != null && request != null && limit.compareTo(request) != 0;
        if (differ && !ResourceNames.mayOvercommit(name)) {
            findings.invalid(
                    OVERCOMMIT, at("defaultRequest"), request, name + " cannot be overcommitted: must equal default");
        }
    }

    private void ordered(@Nullable Amount less, @Nullable Amount more, String field, String first, String second) {
        if (less != null && more != null && less.compareTo(more) > 0) {
            findings.invalid(ORDER, at(field), less, first + " " + less + " must not be above " + second + " " + more);
        }
    }

    private void ratio(Amount ratio, @Nullable Amount min, @Nullable Amount max) {
        if (ratio.compareTo(Amount.parse("1")) < 0) {
            findings.invalid(RATIO, at("maxLimitRequestRatio"), ratio, "must be at least 1");
        }
        if (min == null || max == null) {
            return;
        }
        boolean exact = ratio.wholeValue() < MOST_IN_THOUSANDTHS
                && min.wholeValue() < MOST_IN_THOUSANDTHS
                && max.wholeValue() < MOST_IN_THOUSANDTHS;
        double asked = exact ? ratio.thousandths() / 1000.0 : ratio.wholeValue();
        double most = exact
                ? (double) max.thousandths() / (double) min.thousandths()
                : (double) max.wholeValue() / (double) min.wholeValue();
        if (asked > most) {
            findings.invalid(RATIO, at("maxLimitRequestRatio"), ratio, "must not be above max divided by min, " + most);
        }
    }

    private FieldPath at(String field) {
        return path.child(field).key(name);
    }
}
