package dev.berth.manifest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.object.Declaration;
import dev.berth.value.InvalidValueException;
import dev.berth.yaml.Comments;
import io.fabric8.kubernetes.api.builder.Builder;
import io.fabric8.kubernetes.api.builder.Editable;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The escape hatch: any object of the fabric8 model, checked against the same rules as every other object. A custom resource
 * is a {@code GenericKubernetesResource}, or an object of your own {@code CustomResource} class.
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
    private final boolean clusterScoped;

    private RawManifest(
            HasMetadata model, Comments comments, Map<String, String> acknowledgements, boolean clusterScoped) {
        this.model = model;
        this.comments = comments;
        this.acknowledgements = acknowledgements;
        this.clusterScoped = clusterScoped;
    }

    /**
     * An object as it is. Do not change the object afterwards.
     *
     * @throws InvalidValueException if the object is of your own class and Jackson cannot copy it
     */
    public static RawManifest of(HasMetadata model) {
        RawManifest manifest = new RawManifest(model, Comments.none(), Map.of(), false);
        try {
            manifest.toModel();
        } catch (IllegalArgumentException notCopied) {
            throw new InvalidValueException("RawManifest: an object of the class "
                    + model.getClass().getName() + " cannot be copied by Jackson: "
                    + String.valueOf(notCopied.getMessage()).lines().findFirst().orElse(""));
        }
        return manifest;
    }

    /** Returns the same object with a comment above it. */
    public RawManifest comment(String text) {
        return with(comments.and(Comments.of(Optional.of(text), Map.of())));
    }

    /** Returns the same object with a comment above one of its fields, by field path. */
    public RawManifest fieldComment(String field, String text) {
        return with(comments.and(Comments.of(Optional.empty(), Map.of(field, text))));
    }

    /** Returns the same object with a finding of this rule marked as intended, for this reason. */
    public RawManifest acknowledgement(String rule, String reason) {
        Map<String, String> more = new LinkedHashMap<>(acknowledgements);
        more.put(rule, reason);
        return new RawManifest(model, comments, Collections.unmodifiableMap(more), clusterScoped);
    }

    private RawManifest with(Comments more) {
        return new RawManifest(model, more, acknowledgements, clusterScoped);
    }

    /**
     * Returns the same object without the namespace of its file, because its kind is cluster-scoped. Only a custom
     * resource needs this, unless its CustomResourceDefinition is in the set.
     */
    public RawManifest clusterScoped() {
        return new RawManifest(model, comments, acknowledgements, true);
    }

    @Override
    public HasMetadata toModel(Namespace namespace) {
        HasMetadata own = toModel();
        boolean namespaced = own instanceof Namespaced || CustomGroups.isCustom(own.getApiVersion());
        if (namespaced && !clusterScoped && own.getMetadata().getNamespace() == null) {
            own.getMetadata().setNamespace(namespace.name());
        }
        return own;
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
                : Jackson.MAPPER.convertValue(model, model.getClass());
    }

    /** Created for objects of a user's own class only. */
    private static final class Jackson {
        private static final ObjectMapper MAPPER = new ObjectMapper();
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
