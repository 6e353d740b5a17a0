package dev.berth.manifest;

import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/** An object with metadata: a name, labels and annotations. */
@DslPart
public abstract class NamedObject {

    /** For the declarations of this library. */
    protected NamedObject() {}

    /** {@code metadata.name}, which identifies the object. It is immutable. */
    public abstract String name();

    /** {@code metadata.labels}, by which selectors find the object. Optional. */
    public abstract Map<String, String> labels();

    /** {@code metadata.annotations}, which tools read. Optional. */
    public abstract Map<String, String> annotations();

    /** The metadata of the object as a fabric8 model. */
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
        NameFormat.requireLabels(what + ": metadata.labels", labels());
        NameFormat.requireAnnotations(what + ": metadata.annotations", annotations());
    }
}
