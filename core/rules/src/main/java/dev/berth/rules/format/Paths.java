package dev.berth.rules.format;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import org.jspecify.annotations.Nullable;

/** Paths of files, in a volume and on a host. */
public final class Paths {
    private static final Rule NO_BACKSTEPS = Rule.core("path-backsteps", "validatePathNoBacksteps");
    private static final Rule RELATIVE = Rule.core("path-relative", "validateLocalDescendingPath");
    private static final Rule NOT_RESERVED = Rule.core("path-reserved", "ValidateLocalNonReservedPath");

    private Paths() {}

    /** Refuses a path with {@code ..} as a step. */
    public static void noBacksteps(@Nullable String path, FieldPath field, Findings findings) {
        if (hasBackstep(path)) {
            findings.invalid(NO_BACKSTEPS, field, path, "must not contain '..' as a step");
        }
    }

    /** Returns whether a step of the path is {@code ..}. */
    public static boolean hasBackstep(@Nullable String path) {
        for (String step : Zero.text(path).split("/", -1)) {
            if (step.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** Requires a path that stays below its start. */
    public static void descending(@Nullable String path, FieldPath field, Findings findings) {
        if (Zero.text(path).startsWith("/")) {
            findings.invalid(RELATIVE, field, path, "must be relative, not starting with '/'");
        }
        noBacksteps(path, field, findings);
    }

    /** Requires a path that stays below its start and does not start with {@code ..}, as the kubelet's own names do. */
    public static void notReserved(@Nullable String path, FieldPath field, Findings findings) {
        descending(path, field, findings);
        String text = Zero.text(path);
        if (text.startsWith("..") && !text.startsWith("../")) {
            findings.invalid(NOT_RESERVED, field, path, "may not start with '..'");
        }
    }
}
