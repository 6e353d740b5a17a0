package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import org.jspecify.annotations.Nullable;

/** A volume has one source: the first one is checked, and any other is forbidden. */
final class OneSource {
    private static final Rule ONLY_ONE = Rule.core("volume-source-only-one", "validateVolumeSource");
    private static final Rule NONE = Rule.core("volume-source", "validateVolumeSource");

    private final FieldPath path;
    private final Findings findings;
    private boolean taken;

    OneSource(FieldPath path, Findings findings) {
        this.path = path;
        this.findings = findings;
    }

    // Conditions, because a command that starts cold pays for each lambda.

    /**
     * Returns whether the volume has this source and no other one before it. Reports it if there is another one.
     *
     * @param field the field, as the message for two sources names it
     */
    boolean isFirst(@Nullable Object source, String field) {
        if (source == null) {
            return false;
        }
        if (taken) {
            findings.forbidden(ONLY_ONE, path.child(field), "only one source is allowed");
            return false;
        }
        taken = true;
        return true;
    }

    /** Returns whether the volume has this source, which is checked even if there is another one. */
    boolean isBeside(@Nullable Object source) {
        taken |= source != null;
        return source != null;
    }

    /** Reports a missing source. */
    void required() {
        if (!taken) {
            findings.required(NONE, path, "must have a source");
        }
    }
}
