package dev.berth.rules.meta;

import dev.berth.rules.format.Format;
import java.util.Set;

/** The names of finalizers. */
public final class Finalizers {

    private static final Set<String> STANDARD = Set.of("kubernetes", "orphan", "foregroundDeletion");

    private Finalizers() {}

    /** Returns whether a name is a standard one, or has a domain. Source: {@code validateKubeFinalizerName}. */
    public static boolean isQualified(String finalizer) {
        return finalizer.indexOf('/') >= 0 || STANDARD.contains(finalizer);
    }

    /** Returns whether the API server accepts the finalizer for objects of the core group. */
    public static boolean isValid(String finalizer) {
        return Format.QUALIFIED_NAME.fits(finalizer) && isQualified(finalizer);
    }
}
