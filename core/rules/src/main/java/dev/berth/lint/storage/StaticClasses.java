package dev.berth.lint.storage;

import dev.berth.lint.rule.ObjectSet;

/** Classes whose claims bind to volumes in the set, so that no volume is provisioned for them. */
public final class StaticClasses {

    private StaticClasses() {}

    /** Returns whether the set has claims of a class, and each of them binds to a volume in the set. */
    public static boolean bindAll(ObjectSet set, String storageClass) {
        return SetBindings.of(set).bindAll(storageClass);
    }
}
