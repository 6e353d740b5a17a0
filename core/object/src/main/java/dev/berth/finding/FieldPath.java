package dev.berth.finding;

import org.jspecify.annotations.Nullable;

/**
 * The path of a field, printed as the API server prints it: {@code spec.containers[0].resources.limits[cpu]}.
 *
 * <p>Mirrors {@code field.Path} of {@code staging/src/k8s.io/apimachinery/pkg/util/validation/field/path.go}.
 */
public final class FieldPath {
    private static final FieldPath ROOT = new FieldPath(null, "", false);

    private final @Nullable FieldPath parent;
    private final String step;
    private final boolean subscript;

    private FieldPath(@Nullable FieldPath parent, String step, boolean subscript) {
        this.parent = parent;
        this.step = step;
        this.subscript = subscript;
    }

    /** Returns the path of the object itself, which prints as the empty string. */
    public static FieldPath root() {
        return ROOT;
    }

    /** Returns the path of a field of the object itself, or of a field below it. */
    public static FieldPath of(String field, String... below) {
        return ROOT.child(field, below);
    }

    /** Returns the path of a field of this one, or of a field below it. */
    public FieldPath child(String field, String... below) {
        FieldPath path = new FieldPath(this, field, false);
        for (String next : below) {
            path = new FieldPath(path, next, false);
        }
        return path;
    }

    /** Returns the path of an element of this list. */
    public FieldPath index(int index) {
        return new FieldPath(this, Integer.toString(index), true);
    }

    /** Returns the path of an entry of this map. */
    public FieldPath key(String key) {
        return new FieldPath(this, key, true);
    }

    /** Returns the path in the server's notation. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        appendTo(text);
        return text.toString();
    }

    private void appendTo(StringBuilder text) {
        if (parent == null) {
            return;
        }
        parent.appendTo(text);
        if (subscript) {
            text.append('[').append(step).append(']');
        } else {
            if (text.length() > 0) {
                text.append('.');
            }
            text.append(step);
        }
    }
}
