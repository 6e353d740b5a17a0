package dev.berth.monitoring;

import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedCustomResource;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Alerts, and expressions whose results Prometheus stores. A Prometheus object selects its rules by their labels.
 *
 * <pre>{@code
 * var rules = PrometheusRule.named("postgres")
 *         .group(group)
 *         .putLabel("release", "prometheus")
 *         .build();
 * }</pre>
 *
 * <p>It follows the CRD of Prometheus Operator 0.93.0, {@code monitoring.coreos.com/v1}; {@code
 * pkg/apis/monitoring/v1/prometheusrule_types.go}.
 */
@Value.Immutable
@Dsl
public abstract class PrometheusRule extends NamedCustomResource implements ExtensiblePrometheusRule {

    PrometheusRule() {}

    /**
     * Returns a builder for a PrometheusRule.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain
     */
    public static PrometheusRuleBuildStages.GroupBuildStage named(String name) {
        return PrometheusRuleBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("PrometheusRule: metadata.name", name));
    }

    /** The group of rules, or the first one if there are several. */
    public abstract RuleGroup group();

    /** Further groups. Optional. */
    public abstract List<RuleGroup> groups();

    @Value.Check
    void check() {
        checkMetadata("PrometheusRule");
        Set<String> names = new HashSet<>();
        allGroups().map(RuleGroup::name).filter(name -> !names.add(name)).forEach(name -> {
            throw InvalidValueException.of(
                    "PrometheusRule \"" + name() + "\": spec.groups", name, "must be unique in its PrometheusRule");
        });
    }

    private Stream<RuleGroup> allGroups() {
        return Stream.concat(Stream.of(group()), groups().stream());
    }

    @Override
    public HasMetadata toModel() {
        Fields spec =
                new Fields().put("groups", allGroups().map(RuleGroup::toModel).toList());
        return customResource(MonitorFields.API_VERSION, "PrometheusRule", spec.toMap());
    }
}
