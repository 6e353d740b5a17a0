package dev.berth.policy;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.workload.PriorityClassSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.ScopeSelector;
import io.fabric8.kubernetes.api.model.ScopeSelectorBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a namespace may use in total. The API server refuses an object that would exceed it.
 *
 * <pre>{@code
 * var quota = ResourceQuota.named("shop")
 *         .limit(HardLimit.requests(cores(4), gibi(8)))
 *         .addLimits(HardLimit.pods(20), HardLimit.requestsStorage(gibi(100)))
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go}, {@code
 * ValidateResourceQuotaSpec}.
 */
@Value.Immutable
@Dsl
public abstract class ResourceQuota extends NamedManifest implements ExtensibleResourceQuota {

    ResourceQuota() {}

    /**
     * Returns a builder for a ResourceQuota.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code
     *     ValidateResourceQuotaName}
     */
    public static ResourceQuotaBuildStages.LimitBuildStage named(String name) {
        return ResourceQuotaBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("ResourceQuota: metadata.name", name));
    }

    /** What is limited, or the first limit if there are several. */
    public abstract HardLimit limit();

    /** Limits in addition to the first one. Optional. */
    public abstract List<HardLimit> limits();

    /** The class of the only pods that count. Defaults to all pods. */
    public abstract Optional<PriorityClassSource> priorityClass();

    /** Changes the fabric8 model of the ResourceQuota, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<ResourceQuotaBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("ResourceQuota");
        amounts();
    }

    private Map<String, Quantity> amounts() {
        Map<String, Quantity> all = new LinkedHashMap<>();
        Stream.concat(Stream.of(limit()), limits().stream())
                .flatMap(hard -> hard.amounts().entrySet().stream())
                .forEach(amount -> {
                    if (all.put(amount.getKey(), new Quantity(amount.getValue().toString())) != null) {
                        throw InvalidValueException.of(
                                "ResourceQuota \"" + name() + "\": spec.hard", amount.getKey(), "must be unique");
                    }
                });
        return all;
    }

    @Override
    public Set<ExistingObject> existing() {
        return priorityClass()
                .flatMap(PriorityClassSource::outside)
                .map(Set::of)
                .orElse(Set.of());
    }

    private @Nullable ScopeSelector scope() {
        return priorityClass()
                .map(priority -> new ScopeSelectorBuilder()
                        .addNewMatchExpression()
                        .withScopeName("PriorityClass")
                        .withOperator("In")
                        .withValues(priority.name())
                        .endMatchExpression()
                        .build())
                .orElse(null);
    }

    @Override
    public HasMetadata toModel() {
        ResourceQuotaBuilder model = new ResourceQuotaBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withHard(amounts())
                .withScopeSelector(scope())
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(model).build();
    }
}
