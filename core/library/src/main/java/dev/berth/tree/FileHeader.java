package dev.berth.tree;

import dev.berth.header.RenderedHeader;
import dev.berth.header.Statements;
import dev.berth.manifest.CommentStyle;
import dev.berth.manifest.TextFile;
import dev.berth.manifest.TreeFile;
import dev.berth.value.InvalidValueException;
import dev.berth.value.TreePath;
import dev.berth.yaml.Characters;
import java.util.Optional;

/**
 * The lines at the top of every rendered file: the class that declares it, its path, and how to change it. Berth
 * recognizes its own files by them.
 */
final class FileHeader {

    private final String command;
    private final Optional<TreePath> environment;

    /**
     * @param environment the directory of the environment that the files are for; empty if there is none
     */
    FileHeader(String command, Optional<TreePath> environment) {
        this.command = checked("command", command);
        this.environment = environment;
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

    /** Returns the lines as comments of a text. */
    String asComment(TextFile file) {
        return asComment(file, file.comments());
    }

    private String asComment(TreeFile file, CommentStyle style) {
        return style.comment(mark(file), instruction());
    }

    /** Returns the lines as comments of YAML, followed by what the declaration of the file states. */
    String asHashComment(TreeFile file, Statements statements) {
        StringBuilder text = new StringBuilder(asComment(file, CommentStyle.HASH));
        for (String line : statements.lines()) {
            if (!line.codePoints().allMatch(Characters::isVisible)) {
                throw InvalidValueException.of(
                        "header of " + file.path(), line, "must be one line of visible characters");
            }
            text.append("# ").append(line).append('\n');
        }
        return text.toString();
    }

    private String mark(TreeFile file) {
        String directory = environment.map(TreePath::toString).orElse("");
        return new RenderedHeader(source(file), directory, file.path().toString()).toString();
    }

    private String instruction() {
        return "Do not edit: change the declaration, then run '" + command + "'.";
    }
}
