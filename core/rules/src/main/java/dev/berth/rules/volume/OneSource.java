package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import java.util.function.BiConsumer;
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

    /** Checks a source under its own name. */
    <T> void source(@Nullable T source, String field, BiConsumer<T, FieldPath> check) {
        source(source, field, field, check);
    }

    /** Checks a source whose rules use a different name than the message for two sources. */
    <T> void source(@Nullable T source, String forbiddenAs, String field, BiConsumer<T, FieldPath> check) {
        if (source == null) {
            return;
        }
        if (taken) {
            findings.forbidden(ONLY_ONE, path.child(forbiddenAs), "only one source is allowed");
        } else {
            taken = true;
            check.accept(source, path.child(field));
        }
    }

    /** Counts a source that is checked in any case. */
    <T> void beside(@Nullable T source, String field, BiConsumer<T, FieldPath> check) {
        if (source != null) {
            taken = true;
            check.accept(source, path.child(field));
        }
    }

    /** Reports a missing source. */
    void required() {
        if (!taken) {
            findings.required(NONE, path, "must have a source");
        }
    }
}
