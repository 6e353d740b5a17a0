package dev.berth.review.effect;

import dev.berth.review.model.TreeObject;
import java.util.List;
import java.util.Locale;

/** Formats names for sentences and kubectl commands. */
public final class Names {
    private Names() {}

    /** An object as an argument of kubectl: {@code statefulset/db}. */
    static String argument(TreeObject object) {
        return object.kind().toLowerCase(Locale.ROOT) + "/" + object.id().name();
    }

    /** The namespace of an object as an option of kubectl, after a space; empty if it has none. */
    static String namespace(TreeObject object) {
        String namespace = object.id().namespace();
        return namespace.isEmpty() ? "" : " --namespace " + namespace;
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
