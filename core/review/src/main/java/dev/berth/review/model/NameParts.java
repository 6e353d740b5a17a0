package dev.berth.review.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a name between its dashes: generated names end in a hash, and variants of a name in another word. */
final class NameParts {
    /**
     * A hash of the contents: ten letters and digits, as {@code Encode} of {@code kyaml/resid} and {@code api/hasher} of
     * Kustomize generate it, or at least six hexadecimal digits, as of a digest or a commit.
     */
    private static final Pattern HASHED =
            Pattern.compile("(.+)-([bcdfghkmt2456789]{10}|(?=[a-z]*[0-9])[a-z0-9]{10}|(?=[a-f]*[0-9])[0-9a-f]{6,64})");

    private NameParts() {}

    /** Returns the name without a hash at its end; the name itself if there is none. */
    static String withoutHash(String name) {
        Matcher hashed = HASHED.matcher(name);
        return hashed.matches() ? hashed.group(1) : name;
    }

    /** Returns whether the names of the two objects only differ by a hash that one of them, or both, end in. */
    static boolean differByHash(TreeObject old, TreeObject now) {
        return withoutHash(old.id().name()).equals(withoutHash(now.id().name()));
    }

    /** Returns the first part. */
    static String first(String name) {
        int dash = name.indexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }

    /** Returns whether the names are the same up to their last part, which one of them may not have. */
    static boolean differByLast(TreeObject old, TreeObject now) {
        String one = old.id().name();
        String other = now.id().name();
        boolean sameStem = !stem(one).isEmpty() && stem(one).equals(stem(other));
        return sameStem || one.equals(stem(other)) || stem(one).equals(other);
    }

    private static String stem(String name) {
        int dash = name.lastIndexOf('-');
        return dash < 0 ? "" : name.substring(0, dash);
    }
}
