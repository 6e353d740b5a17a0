package dev.berth.header;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    private static final Set<String> COMMENTS = Set.of("# ", "<!-- ", "// ", "-- ", "; ");
    private static final String RENDERED = "Rendered by Berth from ";
    private static final String FOR = " for ";

    /** Returns the path of the file below the output directory. */
    public String fullPath() {
        return environment.isEmpty() ? path : environment + "/" + path;
    }

    /** Returns the line, without the characters that make it a comment. */
    @Override
    public String toString() {
        return RENDERED + source + (environment.isEmpty() ? "" : FOR + environment) + ": " + path;
    }

    /** Returns the header of a file, or empty if it has none: then the file belongs to the user. */
    public static Optional<RenderedHeader> of(String text) {
        String[] lines = text.split("\n", 3);
        int at = lines[0].startsWith("#!") || lines[0].startsWith("<?xml") ? 1 : 0;
        if (at >= lines.length) {
            return Optional.empty();
        }
        int start = lines[at].indexOf(RENDERED);
        return start < 0 || !COMMENTS.contains(lines[at].substring(0, start))
                ? Optional.empty()
                : read(lines[at].substring(start + RENDERED.length()).stripTrailing());
    }

    /** Reads {@code SOURCE: PATH} or {@code SOURCE for ENVIRONMENT: PATH}. Only the source may contain spaces. */
    private static Optional<RenderedHeader> read(String text) {
        int colon = text.lastIndexOf(": ");
        if (colon < 1 || !isWord(text.substring(colon + 2))) {
            return Optional.empty();
        }
        String path = text.substring(colon + 2);
        String declared = text.substring(0, colon);
        int end = declared.lastIndexOf(FOR);
        return Optional.of(
                end > 0 && isWord(declared.substring(end + FOR.length()))
                        ? new RenderedHeader(declared.substring(0, end), declared.substring(end + FOR.length()), path)
                        : new RenderedHeader(declared, "", path));
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
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
