package dev.berth.manifest;

import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/** What has metadata: a name, labels and annotations. */
public abstract class NamedObject {

    /** Made by the declarations of this library. */
    protected NamedObject() {}

    /** {@code metadata.name}: by it the object is found, and it can't be changed without making another object. */
    public abstract String name();

    /** {@code metadata.labels}: by these selectors find the object. None unless given. */
    public abstract Map<String, String> labels();

    /** {@code metadata.annotations}: what tools say of the object. None unless given. */
    public abstract Map<String, String> annotations();

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
        NameFormat.requireLabels(what + ": metadata.labels", labels());
        NameFormat.requireAnnotations(what + ": metadata.annotations", annotations());
    }
}
