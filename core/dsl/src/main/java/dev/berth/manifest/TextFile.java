package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.value.InvalidValueException;
import dev.berth.value.TreePath;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of the rendered tree that holds no objects: a script, a page of documentation, the settings of another program.
 *
 * <p>It starts with a comment that names the class that declares it, by which Berth recognizes its files.
 *
 * <pre>{@code
 * TextFile.of("apply.sh", "#!/usr/bin/env bash\nkubectl apply -f manifests/\n")
 * }</pre>
 */
public final class TextFile implements TreeFile {

    private static final Pattern OBJECT =
            Pattern.compile("(?m)^[\"']?apiVersion[\"']?:[ \\t]+[\"']?(?!kustomize\\.config\\.k8s\\.io/)");

    private final Declaration declaration;
    private final Optional<String> source;
    private final TreePath path;
    private final String text;
    private final CommentStyle comments;

    private TextFile(
            Declaration declaration, Optional<String> source, TreePath path, String text, CommentStyle comments) {
        this.declaration = declaration;
        this.source = source;
        this.path = path;
        this.text = text;
        this.comments = comments;
    }

    /**
     * A text whose extension tells how comments are written in it, such as {@code .sh}, {@code .md}, {@code .properties}
     * or {@code .sql}. A text that starts with {@code #!} is executable.
     *
     * @throws InvalidValueException if the extension is not known (then state the comments), the format has no comments,
     *     the text does not end with a line end, a script does not start with {@code #!}, or the text has objects of
     *     Kubernetes, which belong in a {@link ManifestFile}
     */
    public static TextFile of(String path, String text) {
        checkComments(path);
        CommentStyle comments = CommentStyle.ofPath(path)
                .orElseThrow(() -> InvalidValueException.of(
                        "TextFile",
                        path,
                        "must have an extension whose comments Berth knows; state them otherwise:"
                                + " TextFile.of(path, text, CommentStyle.HASH)"));
        return of(path, text, comments);
    }

    /**
     * A text with comments of this style, whatever its extension.
     *
     * @throws InvalidValueException if the format has no comments, the text does not end with a line end, a script does
     *     not start with {@code #!}, or the text has objects of Kubernetes
     */
    public static TextFile of(String path, String text, CommentStyle comments) {
        TreePath treePath = TreePath.of(path);
        checkComments(path);
        if (!text.endsWith("\n") || text.indexOf('\r') >= 0) {
            throw new InvalidValueException(
                    "TextFile \"" + path + "\": the text must end with \\n and must not contain \\r");
        }
        if (treePath.hasExtension("sh") && !text.startsWith("#!")) {
            throw new InvalidValueException(
                    "TextFile \"" + path + "\": a script must start with its interpreter, such as #!/usr/bin/env bash");
        }
        boolean yaml = treePath.hasExtension("yaml") || treePath.hasExtension("yml");
        if (yaml && OBJECT.matcher(text).find()) {
            throw new InvalidValueException(
                    "TextFile \"" + path
                            + "\": the text has an object of Kubernetes, which no rule would check: declare it in a ManifestFile");
        }
        return new TextFile(Declaration.here(), Optional.empty(), treePath, text, comments);
    }

    /** A file without a comment would be indistinguishable from one that a user wrote. */
    private static void checkComments(String path) {
        if (TreePath.of(path).hasExtension("json")) {
            throw InvalidValueException.of(
                    "TextFile",
                    path,
                    "must not be JSON, which has no comments, so that Berth could not tell its file from yours; put the"
                            + " text into a ConfigMap");
        }
    }

    /** Returns a copy with another text. */
    public TextFile withText(String other) {
        return new TextFile(declaration, source, path, of(path.toString(), other, comments).text, comments);
    }

    @Override
    public TreePath path() {
        return path;
    }

    /** The text, without the header of the rendered file. */
    public String text() {
        return text;
    }

    /** How comments are written in the text. */
    public CommentStyle comments() {
        return comments;
    }

    /** Whether the file is executable, which scripts are: texts that start with {@code #!}. */
    public boolean executable() {
        return text.startsWith("#!");
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
        return new TextFile(declaration, Optional.of(name), path, text, comments);
    }
}
