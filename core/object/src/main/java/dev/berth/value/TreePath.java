package dev.berth.value;

import java.util.Locale;
import java.util.regex.Pattern;

/** The path of a file in a rendered tree: relative, separated by {@code /}, and the same on every operating system. */
public final class TreePath implements Comparable<TreePath> {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern RESERVED_ON_WINDOWS =
            Pattern.compile("(con|prn|aux|nul|(com|lpt)[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final String path;

    private TreePath(String path) {
        this.path = path;
    }

    /**
     * Reads a path such as {@code manifests/03-postgresql-statefulset.yaml}.
     *
     * @throws InvalidValueException if it is absolute, leaves the tree, or has a part that some operating system does
     *     not accept
     */
    public static TreePath of(String path) {
        if (path.isEmpty() || path.startsWith("/")) {
            throw InvalidValueException.of("TreePath", path, "must be relative to the rendered tree");
        }
        for (String part : path.split("/", -1)) {
            checkPart(path, part);
        }
        return new TreePath(path);
    }

    private static void checkPart(String path, String part) {
        if (part.equals("..") || part.equals(".") || part.isEmpty()) {
            throw InvalidValueException.of("TreePath", path, "must stay in the tree: no '..', '.' or empty part");
        }
        if (!PART.matcher(part).matches() || part.endsWith(".")) {
            throw InvalidValueException.of(
                    "TreePath",
                    path,
                    "must be letters, digits, '.', '_' or '-' in each part, and no part may end with '.'");
        }
        if (RESERVED_ON_WINDOWS.matcher(part).matches()) {
            throw InvalidValueException.of("TreePath", path, "must not have a part that Windows reserves: " + part);
        }
    }

    /** Returns whether the last part ends in this extension, which is given without the dot. */
    public boolean hasExtension(String extension) {
        return path.endsWith("." + extension);
    }

    /**
     * Returns the path in lower case: if two paths have the same one, they are one file on a disk that ignores case.
     */
    public String ignoringCase() {
        return path.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(TreePath other) {
        return path.compareTo(other.path);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreePath that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
