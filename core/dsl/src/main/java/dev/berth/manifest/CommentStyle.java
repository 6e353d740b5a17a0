package dev.berth.manifest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a format writes comments, so that a rendered file can say that it is rendered. */
public enum CommentStyle {
    /** {@code # comment}: scripts, properties, YAML. */
    HASH("# ", ""),
    /** {@code // comment}: Java, JavaScript, Go, C. */
    SLASHES("// ", ""),
    /** {@code -- comment}: SQL, Lua. */
    DASHES("-- ", ""),
    /** {@code ; comment}: INI files. */
    SEMICOLON("; ", ""),
    /** {@code <!-- comment -->}: Markdown, HTML, XML. */
    MARKUP("<!-- ", " -->");

    private static final Map<String, CommentStyle> BY_EXTENSION = Map.ofEntries(
            Map.entry("sh", HASH),
            Map.entry("bash", HASH),
            Map.entry("py", HASH),
            Map.entry("rb", HASH),
            Map.entry("pl", HASH),
            Map.entry("properties", HASH),
            Map.entry("conf", HASH),
            Map.entry("cfg", HASH),
            Map.entry("env", HASH),
            Map.entry("toml", HASH),
            Map.entry("yaml", HASH),
            Map.entry("yml", HASH),
            Map.entry("tf", HASH),
            Map.entry("txt", HASH),
            Map.entry("java", SLASHES),
            Map.entry("js", SLASHES),
            Map.entry("ts", SLASHES),
            Map.entry("go", SLASHES),
            Map.entry("sql", DASHES),
            Map.entry("lua", DASHES),
            Map.entry("ini", SEMICOLON),
            Map.entry("md", MARKUP),
            Map.entry("html", MARKUP),
            Map.entry("xml", MARKUP),
            Map.entry("svg", MARKUP));

    private final String start;
    private final String end;

    CommentStyle(String start, String end) {
        this.start = start;
        this.end = end;
    }

    /** Returns the comment style of files with the extension of this path; empty if it is not known. */
    static Optional<CommentStyle> ofPath(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return Optional.ofNullable(BY_EXTENSION.get(extension.toLowerCase(Locale.ROOT)));
    }

    /** Returns two lines as a comment, with a line end after each of them. */
    public String comment(String first, String second) {
        return this == MARKUP
                ? start + first + "\n     " + second + end + "\n"
                : start + first + "\n" + start + second + "\n";
    }
}
