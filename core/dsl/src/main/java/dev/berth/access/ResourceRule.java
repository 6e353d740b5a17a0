package dev.berth.access;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Verbs on resources. Created by {@link PolicyRule#allow}.
 *
 * @param verbs what it allows
 * @param apiGroups the API groups of the resources; the core group is empty
 * @param resources the resources, in the plural
 * @param resourceNames the names of the only objects that it applies to; empty for all objects
 */
public record ResourceRule(Set<Verb> verbs, List<String> apiGroups, List<String> resources, List<String> resourceNames)
        implements PolicyRule {

    /**
     * Creates a rule.
     *
     * @throws InvalidValueException if a resource is empty or looks like a kind, or if an API group contains a version
     */
    public ResourceRule {
        verbs = Collections.unmodifiableSet(new LinkedHashSet<>(verbs));
        apiGroups = List.copyOf(apiGroups);
        resources = List.copyOf(resources);
        resourceNames = List.copyOf(resourceNames);
        apiGroups.stream().filter(group -> group.indexOf('/') >= 0).forEach(group -> {
            throw InvalidValueException.of(
                    "PolicyRule apiGroup",
                    group,
                    "must be a group without a version, such as \"" + group.substring(0, group.indexOf('/')) + "\"");
        });
        resources.forEach(ResourceRule::requireResource);
    }

    static ResourceRule of(Set<Verb> verbs, String apiGroup, String first, String... more) {
        List<String> resources = new ArrayList<>(List.of(first));
        resources.addAll(List.of(more));
        return new ResourceRule(verbs, List.of(apiGroup), resources, List.of());
    }

    /** The API server accepts a kind here, but no resource has an upper case letter, so the rule would allow nothing. */
    private static void requireResource(String resource) {
        if (resource.isEmpty() || resource.chars().anyMatch(Character::isUpperCase)) {
            throw InvalidValueException.of(
                    "PolicyRule resource",
                    resource,
                    "must be a resource in lower case and in the plural, such as pods");
        }
    }

    /** Returns a copy that also applies to the resources with the same names in another API group. */
    public ResourceRule apiGroup(String another) {
        List<String> all = new ArrayList<>(apiGroups);
        all.add(another);
        return new ResourceRule(verbs, all, resources, resourceNames);
    }

    /** Returns a copy that only applies to the objects with these names. */
    public ResourceRule resourceNames(String first, String... more) {
        List<String> all = new ArrayList<>(resourceNames);
        all.add(first);
        all.addAll(List.of(more));
        return new ResourceRule(verbs, apiGroups, resources, all);
    }

    @Override
    public io.fabric8.kubernetes.api.model.rbac.PolicyRule toModel() {
        return new PolicyRuleBuilder()
                .withApiGroups(apiGroups)
                .withResources(resources)
                .withResourceNames(resourceNames)
                .withVerbs(verbs.stream().map(Verb::value).toList())
                .build();
    }
}
