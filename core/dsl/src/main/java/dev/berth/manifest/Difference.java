package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.value.InvalidValueException;
import dev.berth.value.TreePath;
import java.util.regex.Pattern;

/**
 * What may differ between {@linkplain Environments environments}: a field, a whole object, or a file of text.
 *
 * <pre>{@code
 * Difference.field("StatefulSet", "cart", "spec.replicas")
 * Difference.field("StatefulSet", "*", "spec.template.spec.containers[*].resources")
 * Difference.object("StorageClass", "fast")
 * }</pre>
 *
 * <p>The gate of the build refuses a difference that leads to no object or to no field, so that a typing error allows
 * nothing silently.
 */
public final class Difference {

    /** The name that stands for each object of a kind. */
    public static final String ANY = "*";

    private static final Pattern FIELD =
            Pattern.compile("[A-Za-z]\\w*(\\[[^\\[\\]]+])*(\\.[A-Za-z]\\w*(\\[[^\\[\\]]+])*)*");

    private final Declaration declaration = Declaration.here();
    private final String kind;
    private final String name;
    private final String path;

    private Difference(String kind, String name, String path) {
        this.kind = kind;
        this.name = name;
        this.path = path;
    }

    /**
     * A field, and everything below it.
     *
     * @param kind the kind of the object, such as {@code StatefulSet}
     * @param name the name of the object, or {@link #ANY} for each object of the kind
     * @param path the field path: {@code spec.replicas}, {@code spec.template.spec.containers[redis].image}; {@code [*]}
     *     stands for each element of a list or map
     * @throws InvalidValueException if the path is not a field path
     */
    public static Difference field(String kind, String name, String path) {
        if (!FIELD.matcher(path).matches()) {
            throw InvalidValueException.of(
                    "Difference",
                    path,
                    "must be a field path, such as spec.replicas or spec.template.spec.containers[redis].image");
        }
        return new Difference(named("kind", kind), named("name", name), path);
    }

    /**
     * A whole object: it may have any fields in each environment, and not every environment needs to have it.
     *
     * @param kind the kind of the object, such as {@code StorageClass}
     * @param name the name of the object, or {@link #ANY} for each object of the kind
     */
    public static Difference object(String kind, String name) {
        return new Difference(named("kind", kind), named("name", name), "");
    }

    /**
     * A {@link TextFile}: it may have any text in each environment, and not every environment needs to have it.
     *
     * @param path its path below the directory of the environment
     */
    public static Difference file(String path) {
        return new Difference("", "", TreePath.of(path).toString());
    }

    private static String named(String what, String text) {
        if (text.isBlank()) {
            throw InvalidValueException.of("Difference " + what, text, "must name the " + what + " of an object");
        }
        return text;
    }

    /** The kind of the object; empty for a file. */
    public String kind() {
        return kind;
    }

    /** The name of the object, or {@link #ANY}; empty for a file. */
    public String name() {
        return name;
    }

    /** The field path or the path of the file; empty for a whole object. */
    public String path() {
        return path;
    }

    /** Whether a file of text may differ. */
    public boolean isFile() {
        return kind.isEmpty();
    }

    /** Where it was declared, for messages. */
    public Declaration declaration() {
        return declaration;
    }

    /** The kind, the name and the field path, as in {@code StatefulSet/cart spec.replicas}; or the path of the file. */
    @Override
    public String toString() {
        return isFile() ? path : kind + "/" + name + (path.isEmpty() ? "" : " " + path);
    }
}
