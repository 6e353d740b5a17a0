package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.rules.tree.SemanticEquality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The elements of two lists without keys: those that are equal, those that resemble each other, and the rest. */
final class ElementPairs {
    private final String field;
    private final JsonNode before;
    private final JsonNode after;
    private final List<Integer> removed = new ArrayList<>();
    private final List<Integer> added = new ArrayList<>();
    private final Map<Integer, Integer> changed = new TreeMap<>();

    private ElementPairs(String field, JsonNode before, JsonNode after) {
        this.field = field;
        this.before = before;
        this.after = after;
    }

    static ElementPairs of(String field, JsonNode before, JsonNode after) {
        ElementPairs pairs = new ElementPairs(field, before, after);
        pairs.dropEqual();
        pairs.pairSimilar();
        pairs.pairSamePlace();
        return pairs;
    }

    private void dropEqual() {
        for (int now = 0; now < after.size(); now++) {
            added.add(now);
        }
        for (int old = 0; old < before.size(); old++) {
            @Nullable Integer same = null;
            for (Integer now : added) {
                if (SemanticEquality.equal(field, before.path(old), after.path(now))) {
                    same = now;
                    break;
                }
            }
            if (same == null) {
                removed.add(old);
            } else {
                added.remove(same);
            }
        }
    }

    private void pairSimilar() {
        for (Integer old : List.copyOf(removed)) {
            @Nullable Integer best = null;
            int most = 0;
            for (Integer now : added) {
                int same = sameFields(before.path(old), after.path(now));
                if (same > most) {
                    most = same;
                    best = now;
                }
            }
            pair(old, best);
        }
    }

    private void pairSamePlace() {
        for (Integer old : List.copyOf(removed)) {
            pair(old, added.contains(old) ? old : null);
        }
    }

    private void pair(Integer old, @Nullable Integer now) {
        if (now != null) {
            changed.put(now, old);
            added.remove(now);
            removed.remove(old);
        }
    }

    private static int sameFields(JsonNode old, JsonNode now) {
        int same = 0;
        for (Map.Entry<String, JsonNode> one : old.properties()) {
            same += one.getValue().equals(now.path(one.getKey())) ? 1 : 0;
        }
        return same;
    }

    /** Returns the index before of each element that changed, by its index after. */
    Map<Integer, Integer> changed() {
        return changed;
    }

    List<Integer> added() {
        return added;
    }

    List<Integer> removed() {
        return removed;
    }

    boolean isOnlyReordered() {
        return changed.isEmpty() && added.isEmpty() && removed.isEmpty();
    }
}
