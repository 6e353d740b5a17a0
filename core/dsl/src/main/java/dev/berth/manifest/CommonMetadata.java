package dev.berth.manifest;

import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Labels and annotations for all objects of a file or a tree. An object keeps a label or an annotation that it declares
 * itself, and a file keeps what it has when the tree adds more.
 *
 * <pre>{@code
 * private final CommonMetadata metadata = CommonMetadata.with()
 *         .putLabel("app.kubernetes.io/part-of", "shop")
 *         .putLabel("app.kubernetes.io/managed-by", "berth")
 *         .putAnnotation("example.com/owner", "storage-team")
 *         .build();
 * }</pre>
 *
 * <p>Selectors never get these labels: a selector is immutable, and {@code putSelectorLabel} of the workload declares
 * it. Claim templates do not get them either, because the API server refuses every change of a template.
 */
@Value.Immutable
@DslOptions
public abstract class CommonMetadata implements ExtensibleCommonMetadata {

    CommonMetadata() {}

    /** Returns a builder for common metadata. */
    public static CommonMetadataOptions with() {
        return new CommonMetadataOptions();
    }

    /** The labels. Optional. */
    public abstract Map<String, String> labels();

    /** The annotations. Optional. */
    public abstract Map<String, String> annotations();

    /**
     * Whether the pods of the workloads get the labels and the annotations, too. Defaults to false, because each change
     * of a pod template restarts the pods.
     */
    public abstract Optional<Boolean> pods();

    /**
     * Whether a workload or a Service also carries the labels by which it selects its pods, so that a Service monitor
     * can select the object by the same labels. Defaults to false.
     */
    public abstract Optional<Boolean> selectorLabels();

    @Value.Check
    void check() {
        NameFormat.requireLabels("CommonMetadata: labels", labels());
        NameFormat.requireAnnotations("CommonMetadata: annotations", annotations());
    }

    /** Adds what the object does not have. */
    void addTo(HasMetadata model) {
        ModelMetadata metadata = ModelMetadata.of(model);
        metadata.addToObject(labels(), annotations());
        if (selectorLabels().orElse(false)) {
            metadata.addToObject(metadata.selector(), Map.of());
        }
        if (pods().orElse(false)) {
            metadata.addToPods(labels(), annotations());
        }
    }
}
