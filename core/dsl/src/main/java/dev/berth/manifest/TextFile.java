package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.value.InvalidValueException;
import dev.berth.value.TreePath;
import java.util.Optional;

/** A file of the rendered tree that holds no objects: a script or a page of documentation. */
public final class TextFile implements TreeFile {

    private final Declaration declaration;
    private final Optional<String> source;
    private final TreePath path;
    private final String text;

    private TextFile(Declaration declaration, Optional<String> source, TreePath path, String text) {
        this.declaration = declaration;
        this.source = source;
        this.path = path;
        this.text = text;
    }

    /**
     * A Bash script ({@code .sh}), executable, or a Markdown page ({@code .md}).
     *
     * @throws InvalidValueException if the path has another extension (Berth cannot mark files of other formats as
     *     rendered), or the text does not end with a line end, or a script does not start with {@code #!}
     */
    public static TextFile of(String path, String text) {
        TreePath treePath = TreePath.of(path);
        if (!treePath.hasExtension("sh") && !treePath.hasExtension("md")) {
            throw InvalidValueException.of("TextFile", path, "must be a script (.sh) or a page (.md)");
        }
        if (!text.endsWith("\n") || text.indexOf('\r') >= 0) {
            throw new InvalidValueException(
                    "TextFile \"" + path + "\": the text must end with \\n and must not contain \\r");
        }
        if (treePath.hasExtension("sh") && !text.startsWith("#!")) {
            throw new InvalidValueException(
                    "TextFile \"" + path + "\": a script must start with its interpreter, such as #!/usr/bin/env bash");
        }
        return new TextFile(Declaration.here(), Optional.empty(), treePath, text);
    }

    /** Returns a copy with another text. */
    public TextFile withText(String other) {
        return new TextFile(declaration, source, path, of(path.toString(), other).text);
    }

    @Override
    public TreePath path() {
        return path;
    }

    /** The text, without the header of the rendered file. */
    public String text() {
        return text;
    }

    /** Whether the file is executable, which scripts are. */
    public boolean executable() {
        return path.hasExtension("sh");
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Optional<String> source() {
        return source;
    }

    @Override
    public TextFile declaredBy(String name) {
        return new TextFile(declaration, Optional.of(name), path, text);
    }
}
