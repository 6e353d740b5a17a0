package dev.berth.lint.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was computed once from a whole set, for several rules. */
final class SetViews {

    private final Map<Object, Object> views = new HashMap<>();

    /** Returns the view with this key. The first caller computes it; others wait for it. */
    synchronized <T> T get(Class<T> type, Object key, Supplier<T> make) {
        Object known = views.get(key);
        if (known == null) {
            known = make.get();
            views.put(key, known);
        }
        return type.cast(known);
    }
}
