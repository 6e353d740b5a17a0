package dev.berth.manifest;

import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The common part of the declarations of custom resources, whose controllers are installed in a cluster. */
@DslPart
public abstract class NamedCustomResource extends NamedManifest {

    /** For the declarations of this library. Use {@link RawManifest} for other kinds. */
    protected NamedCustomResource() {}

    /** Changes the fabric8 model of the object, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<GenericKubernetesResourceBuilder>> customize();

    /**
     * The object as a fabric8 model.
     *
     * @param apiVersion the group and the version of the kind
     * @param kind the kind
     * @param spec the fields of its spec, in the order in which they are rendered
     */
    protected HasMetadata customResource(String apiVersion, String kind, Map<String, Object> spec) {
        GenericKubernetesResourceBuilder object = new GenericKubernetesResourceBuilder()
                .withApiVersion(apiVersion)
                .withKind(kind)
                .withMetadata(metadata())
                .addToAdditionalProperties("spec", spec);
        return customize().orElse(UnaryOperator.identity()).apply(object).build();
    }

    /** Whether the kind is cluster-scoped, so that an object of it has no namespace. */
    protected boolean isClusterScoped() {
        return false;
    }

    @Override
    public HasMetadata toModel(Namespace namespace) {
        HasMetadata model = toModel();
        if (!isClusterScoped() && model.getMetadata().getNamespace() == null) {
            model.getMetadata().setNamespace(namespace.name());
        }
        return model;
    }
}
