package dev.berth.manifest;

import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.Optional;

/** What the declarations of all kinds have in common: a name, labels, annotations, comments, and where they stand. */
public abstract class NamedManifest implements Manifest {

    private final Declaration declaration = Declaration.here();

    /** Made by the declarations of this library; for another kind of object there is {@link RawManifest}. */
    protected NamedManifest() {}

    /** {@code metadata.name}: by it the object is found, and it can't be changed without making another object. */
    public abstract String name();

    /** {@code metadata.labels}: by these selectors find the object. None unless given. */
    public abstract Map<String, String> labels();

    /** {@code metadata.annotations}: what tools say of the object. None unless given. */
    public abstract Map<String, String> annotations();

    /** A comment that stands above the object in its YAML. None unless given. */
    public abstract Optional<String> comment();

    /**
     * Comments that stand above fields of the object in its YAML, by the field's path as an API server writes it:
     * {@code spec.replicas}. A path that the object does not have is refused before anything is written.
     */
    public abstract Map<String, String> fieldComments();

    @Override
    public Comments comments() {
        return Comments.of(comment(), fieldComments());
    }

    @Override
    public final Declaration declaration() {
        return declaration;
    }

    /** The metadata of the object in the model. */
    protected ObjectMeta metadata() {
        return new ObjectMetaBuilder()
                .withName(name())
                .withLabels(labels().isEmpty() ? null : labels())
                .withAnnotations(annotations().isEmpty() ? null : annotations())
                .build();
    }

    /**
     * Checks the keys and values of labels and annotations.
     *
     * @param kind the kind of the object, for messages
     */
    protected void checkMetadata(String kind) {
        String what = kind + " \"" + name() + "\"";
        labels().forEach((key, value) -> {
            NameFormat.QUALIFIED_NAME.require(what + ": metadata.labels", key);
            NameFormat.LABEL_VALUE.require(what + ": metadata.labels[" + key + "]", value);
        });
        annotations().keySet().forEach(key -> NameFormat.QUALIFIED_NAME.require(what + ": metadata.annotations", key));
    }
}
