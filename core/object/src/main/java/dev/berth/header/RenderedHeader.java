package dev.berth.header;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line at the top of a rendered file that names the class that declares it and its own path. Berth recognizes its
 * files by this line.
 *
 * @param source the class that declares the file
 * @param environment the directory of the environment that the file is for, below the output directory; empty if it is
 *     for none
 * @param path the path of the file below that directory, or below the output directory
 */
public record RenderedHeader(String source, String environment, String path) {

    private static final Pattern LINE =
            Pattern.compile("(?:# |<!-- |// |-- |; )Rendered by Berth from (.+?)(?: for (\\S+))?: (\\S+)");

    /** Returns the path of the file below the output directory. */
    public String fullPath() {
        return environment.isEmpty() ? path : environment + "/" + path;
    }

    /** Returns the line, without the characters that make it a comment. */
    @Override
    public String toString() {
        return "Rendered by Berth from " + source + (environment.isEmpty() ? "" : " for " + environment) + ": " + path;
    }

    /** Returns the header of a file, or empty if it has none: then the file belongs to the user. */
    public static Optional<RenderedHeader> of(String text) {
        String[] lines = text.split("\n", 3);
        int at = lines[0].startsWith("#!") || lines[0].startsWith("<?xml") ? 1 : 0;
        if (at >= lines.length) {
            return Optional.empty();
        }
        Matcher matcher = LINE.matcher(lines[at].stripTrailing());
        return matcher.matches()
                ? Optional.of(new RenderedHeader(
                        matcher.group(1), Objects.requireNonNullElse(matcher.group(2), ""), matcher.group(3)))
                : Optional.empty();
    }

    /** Returns whether a conflict of a merge starts before the header of a file could end. */
    public static boolean isConflicted(String start) {
        return start.lines().limit(2).anyMatch(ConflictMarkers::isStart);
    }

    /**
     * Returns the headers of both versions of a file in which a merge left a conflict: one if they are equal. Empty if a
     * version has no header: then a part of the file belongs to the user.
     */
    public static List<RenderedHeader> ofVersions(String text) {
        List<Optional<RenderedHeader>> found = ConflictMarkers.versions(text).stream()
                .map(RenderedHeader::of)
                .distinct()
                .toList();
        return found.contains(Optional.<RenderedHeader>empty())
                ? List.of()
                : found.stream().flatMap(Optional::stream).toList();
    }
}
