package dev.berth.policy;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What each container, pod or claim of a namespace may request, and the defaults for containers that request nothing.
 *
 * <pre>{@code
 * var range = LimitRange.named("shop")
 *         .limit(LimitRangeItem.containers()
 *                 .defaultRequest(millicores(100), mebi(128))
 *                 .defaultLimit(millicores(500), mebi(512))
 *                 .max(cores(2), gibi(4)))
 *         .addLimit(LimitRangeItem.claims(gibi(1), gibi(100)))
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go}, {@code ValidateLimitRange}.
 */
@Value.Immutable
@Dsl
public abstract class LimitRange extends NamedManifest implements ExtensibleLimitRange {

    LimitRange() {}

    /**
     * Returns a builder for a LimitRange.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code ValidateLimitRangeName}
     */
    public static LimitRangeBuildStages.LimitBuildStage named(String name) {
        return LimitRangeBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("LimitRange: metadata.name", name));
    }

    /** What is limited, or the first item if there are several. */
    public abstract LimitRangeItem limit();

    /** Items in addition to the first one, each of another type. Optional. */
    public abstract List<LimitRangeItem> limits();

    /** Changes the fabric8 model of the LimitRange, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<LimitRangeBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("LimitRange");
        Set<String> types = new HashSet<>();
        items().map(item -> item.toModel().getType())
                .filter(type -> !types.add(type))
                .forEach(type -> {
                    throw InvalidValueException.of(
                            "LimitRange \"" + name() + "\": spec.limits", type, "must have only one item of each type");
                });
    }

    private Stream<LimitRangeItem> items() {
        return Stream.concat(Stream.of(limit()), limits().stream());
    }

    @Override
    public HasMetadata toModel() {
        LimitRangeBuilder model = new LimitRangeBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withLimits(items().map(LimitRangeItem::toModel).toList())
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(model).build();
    }
}
