package dev.berth.yaml;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes objects of the model as the YAML that people review.
 *
 * <p>What it writes reads back as the same values and types under YAML 1.1 and YAML 1.2, and the same object gives the same
 * bytes in every JVM: maps are written by the order of their keys, never by the order in which they were filled. An object
 * is any of the fabric8 model, any class that Jackson can write, or a map or a list of those.
 *
 * <p>One writer reuses its memory from object to object and is for one thread at a time.
 */
public final class YamlWriter {

    private final Utf8Buffer out = new Utf8Buffer();
    private final ModelWalker walker = new ModelWalker(out);

    /** Makes a writer. */
    public YamlWriter() {}

    /**
     * The object as one YAML document in UTF-8, with one line end at its end.
     *
     * @throws RenderException if a text of the object is no Unicode, or the object holds itself
     */
    public byte[] toBytes(Object model) {
        return toBytes(model, Comments.none());
    }

    /**
     * The object as one YAML document in UTF-8 with these comments.
     *
     * @throws RenderException if a text of the object is no Unicode, the object holds itself, or a comment stands on a field
     *     that the object does not have
     */
    public byte[] toBytes(Object model, Comments comments) {
        write(model, comments);
        return out.toBytes();
    }

    /** The object as one YAML document: the text of {@link #toBytes(Object)}. */
    public String toYaml(Object model) {
        return toYaml(model, Comments.none());
    }

    /** The object as one YAML document with these comments: the text of {@link #toBytes(Object, Comments)}. */
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

    /** The stream of documents. */
    public byte[] finish() {
        return out.toBytes();
    }

    /** Writes the object behind what the stream already holds. */
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
