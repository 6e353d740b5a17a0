package dev.berth.lint.rule;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first object of a set in each namespace, and the first that leaves its namespace out. */
final class NamespaceUses {

    private final Map<String, Integer> firsts = new HashMap<>();
    private @Nullable Integer firstWithout;

    void add(Integer number, String namespace, HasMetadata object) {
        if (!namespace.isEmpty()) {
            firsts.putIfAbsent(namespace, number);
        } else if (firstWithout == null && object instanceof Namespaced) {
            firstWithout = number;
        }
    }

    boolean isFirstIn(String namespace, int number) {
        return Integer.valueOf(number).equals(firsts.get(namespace));
    }

    /** Returns whether the object is the first without a namespace, in a set that also has objects with one. */
    boolean isFirstWithout(int number) {
        return !firsts.isEmpty() && Integer.valueOf(number).equals(firstWithout);
    }
}
