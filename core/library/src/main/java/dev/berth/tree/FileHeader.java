package dev.berth.tree;

import dev.berth.manifest.TreeFile;
import dev.berth.value.InvalidValueException;
import dev.berth.yaml.Characters;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines at the top of every rendered file: the class that declares it, its path, and how to change it. Berth
 * recognizes its own files by them.
 */
final class FileHeader {

    /** Every header is shorter: this many bytes of a file are enough to see whose it is. */
    static final int LONGEST = 4096;

    private static final Pattern MARK = Pattern.compile("(?:# |<!-- )Rendered by Berth from .+: (\\S+)");

    private final String command;

    FileHeader(String command) {
        this.command = checked("command", command);
    }

    private static String checked(String what, String text) {
        boolean oneLine = !text.isBlank() && text.codePoints().allMatch(Characters::isVisible);
        if (!oneLine || text.contains("-->") || text.length() > 1000) {
            throw InvalidValueException.of(what, text, "must be one line of at most 1000 characters, without '-->'");
        }
        return text;
    }

    String command() {
        return command;
    }

    /** Returns the class that declares a file, which its set must have named. */
    static String source(TreeFile file) {
        return checked(
                "source",
                file.source()
                        .orElseThrow(() -> new IllegalArgumentException(
                                file.path() + " does not name its source: use ManifestSet.declaredBy")));
    }

    /** Returns the lines as comments of YAML and shell scripts. */
    String asHashComment(TreeFile file) {
        return "# " + mark(file) + "\n# " + instruction() + "\n";
    }

    /** Returns the lines as a comment of HTML and Markdown. */
    String asHtmlComment(TreeFile file) {
        return "<!-- " + mark(file) + "\n     " + instruction() + " -->\n";
    }

    private static String mark(TreeFile file) {
        return "Rendered by Berth from " + source(file) + ": " + file.path();
    }

    private String instruction() {
        return "Do not edit: change the declaration, then run '" + command + "'.";
    }

    /** Returns the path in a file's header, or empty if the file has no header: then it belongs to the user. */
    static Optional<String> pathIn(byte[] start, int length) {
        String text = new String(start, 0, length, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", 3);
        int at = lines[0].startsWith("#!") ? 1 : 0;
        if (at >= lines.length) {
            return Optional.empty();
        }
        Matcher matcher = MARK.matcher(lines[at].stripTrailing());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
