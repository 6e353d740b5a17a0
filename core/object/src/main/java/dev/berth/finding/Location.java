package dev.berth.finding;

import dev.berth.object.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding can be corrected: a line of a manifest, or the line of Java that declares the object.
 *
 * @param file the path of the manifest, with slashes; empty if the object has none
 * @param line the line in the manifest, counted from 1; 0 without a file
 * @param declaration the line of Java; null if the object was not declared in Java
 */
public record Location(String file, int line, @Nullable Declaration declaration) {

    /** No location is known. */
    public static final Location NONE = new Location("", 0, null);

    /** A line of a manifest, counted from 1. */
    public static Location of(String file, int line) {
        return new Location(file, line, null);
    }

    /** A line of Java. */
    public static Location of(Declaration declaration) {
        return new Location("", 0, declaration);
    }

    /** Whether it is a line of a manifest. */
    public boolean isInFile() {
        return !file.isEmpty();
    }

    /** {@code file:line}, or the line of Java as a stack trace shows it; empty if neither is known. */
    @Override
    public String toString() {
        if (isInFile()) {
            return file + ":" + line;
        }
        return declaration == null ? "" : declaration.toString();
    }
}
