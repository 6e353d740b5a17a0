package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.yaml.Comments;
import io.fabric8.kubernetes.api.builder.Builder;
import io.fabric8.kubernetes.api.builder.Editable;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The escape hatch: any object of the fabric8 model, checked against the same rules as every other object.
 *
 * <pre>{@code
 * RawManifest.of(new LimitRangeBuilder().withNewMetadata().withName("limits").endMetadata().build())
 * }</pre>
 */
public final class RawManifest implements Manifest {

    private final Declaration declaration = Declaration.here();
    private final HasMetadata model;
    private final Comments comments;
    private final Map<String, String> acknowledgements;

    private RawManifest(HasMetadata model, Comments comments, Map<String, String> acknowledgements) {
        this.model = model;
        this.comments = comments;
        this.acknowledgements = acknowledgements;
    }

    /** An object as it is. Do not change the object afterwards. */
    public static RawManifest of(HasMetadata model) {
        return new RawManifest(model, Comments.none(), Map.of());
    }

    /** Returns the same object with a comment above it. */
    public RawManifest comment(String text) {
        return new RawManifest(model, comments.and(Comments.of(Optional.of(text), Map.of())), acknowledgements);
    }

    /** Returns the same object with a comment above one of its fields, by field path. */
    public RawManifest fieldComment(String field, String text) {
        return new RawManifest(
                model, comments.and(Comments.of(Optional.empty(), Map.of(field, text))), acknowledgements);
    }

    /** Returns the same object with a finding of this rule marked as intended, for this reason. */
    public RawManifest acknowledgement(String rule, String reason) {
        Map<String, String> more = new LinkedHashMap<>(acknowledgements);
        more.put(rule, reason);
        return new RawManifest(model, comments, Collections.unmodifiableMap(more));
    }

    @Override
    public Map<String, String> acknowledgements() {
        return acknowledgements;
    }

    /** A copy of the object, because each file sets its own namespace and labels. */
    @Override
    public HasMetadata toModel() {
        return model instanceof Editable<?> editable
                        && editable.edit() instanceof Builder<?> builder
                        && builder.build() instanceof HasMetadata copy
                ? copy
                : model;
    }

    @Override
    public Comments comments() {
        return comments;
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }
}
