package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.manifest.ObjectId;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;

/** An object out of a {@link DocumentStore}, as it was written, but without the values of ConfigMaps and Secrets. */
public final class StoredObject {
    private final int file;
    private final int line;
    private final boolean judged;
    private final ObjectNode tree;

    StoredObject(int file, int line, boolean judged, ObjectNode tree) {
        this.file = file;
        this.line = line;
        this.judged = judged;
        this.tree = tree;
    }

    /** The number of the file that it was stored with. */
    public int file() {
        return file;
    }

    /** The line of a field in that file, or of the nearest one around it that is written there. */
    public int lineOf(String field) {
        return line + WrittenLines.of(tree, field) - 1;
    }

    /** What makes it the same object as another. */
    public ObjectId id() {
        return ObjectId.of(named());
    }

    /**
     * The object as a model: all of it where its kind has rules here and it can be decoded, else what it is named, so
     * that others can refer to it.
     */
    public HasMetadata model() {
        KindCatalog.Kind kind = KindCatalog.find(text("apiVersion"), text("kind"));
        if (judged && kind != null) {
            return ModelBinder.bind(tree, kind.schema());
        }
        return ModelBinder.limits(tree).orElseGet(this::named);
    }

    private HasMetadata named() {
        GenericKubernetesResource named = new GenericKubernetesResource();
        named.setApiVersion(text("apiVersion"));
        named.setKind(text("kind"));
        named.setMetadata(new ObjectMetaBuilder()
                .withName(tree.at("/metadata/name").textValue())
                .withNamespace(tree.at("/metadata/namespace").textValue())
                .build());
        return named;
    }

    private String text(String field) {
        return tree.path(field).asText();
    }
}
