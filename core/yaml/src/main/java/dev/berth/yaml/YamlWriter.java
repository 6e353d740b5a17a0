package dev.berth.yaml;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes objects of the model as the YAML that people review.
 *
 * <p>The output reads back as the same values and types in YAML 1.1 and YAML 1.2, and the same object gives the same
 * bytes in every JVM: maps are sorted by key. An object is any object of the fabric8 model, any class that Jackson can
 * write, or a map or a list of those.
 *
 * <p>A writer reuses its memory for each object and must not be used by several threads at a time.
 */
public final class YamlWriter {

    private final Utf8Buffer out = new Utf8Buffer();
    private final ModelWalker walker = new ModelWalker(out);

    /** Creates a writer. */
    public YamlWriter() {}

    /**
     * Returns the object as one YAML document in UTF-8, with one final line break.
     *
     * @throws RenderException if a string of the object is not valid Unicode, or the object contains itself
     */
    public byte[] toBytes(Object model) {
        return toBytes(model, Comments.none());
    }

    /**
     * Returns the object as one YAML document in UTF-8 with these comments.
     *
     * @throws RenderException if a string of the object is not valid Unicode, the object contains itself, or a comment
     *     is on a field that the object does not have
     */
    public byte[] toBytes(Object model, Comments comments) {
        write(model, comments);
        return out.toBytes();
    }

    /** Returns the object as one YAML document: {@link #toBytes(Object)} as a string. */
    public String toYaml(Object model) {
        return toYaml(model, Comments.none());
    }

    /** Returns the object as one YAML document with these comments: {@link #toBytes(Object, Comments)} as a string. */
    public String toYaml(Object model, Comments comments) {
        write(model, comments);
        return out.toString();
    }

    private void write(Object model, Comments comments) {
        out.size = 0;
        append(model, comments);
    }

    /** Starts a stream of documents with these comment lines. */
    public void start(String comments) {
        out.size = 0;
        out.putUtf8(comments);
    }

    /** Ends one document and starts the next. */
    public void separate() {
        out.putAscii("---\n");
    }

    /** Returns the stream of documents. */
    public byte[] finish() {
        return out.toBytes();
    }

    /** Appends the object to the stream. */
    public void append(Object model, Comments comments) {
        CommentNode tree = CommentNode.of(comments.byField());
        try {
            walker.document(model, tree);
        } catch (UnwritableValueException e) {
            throw new RenderException(title(model) + e.path() + ": Invalid value: " + e.getMessage());
        }
        List<String> missed = tree == null ? List.of() : tree.missed();
        if (!missed.isEmpty()) {
            throw new RenderException(missed.stream()
                    .map(path ->
                            title(model) + path + ": has a comment, but the object has no such field: correct its path")
                    .collect(Collectors.joining("\n")));
        }
    }

    private static String title(Object model) {
        if (model instanceof HasMetadata object && object.getMetadata() != null) {
            return object.getKind() + " \"" + object.getMetadata().getName() + "\": ";
        }
        return "";
    }
}
