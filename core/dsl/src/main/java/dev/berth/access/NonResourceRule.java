package dev.berth.access;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Verbs on paths of the API server that are not resources, which only a {@link ClusterRole} can allow. Created by
 * {@link PolicyRule#allow}.
 *
 * @param verbs what it allows
 * @param nonResourceUrls the paths
 */
public record NonResourceRule(Set<Verb> verbs, List<String> nonResourceUrls) implements PolicyRule {

    /**
     * Creates a rule.
     *
     * @throws InvalidValueException if a path does not start with a slash and is not {@code *}, because such a path
     *     matches no request
     */
    public NonResourceRule {
        verbs = Collections.unmodifiableSet(new LinkedHashSet<>(verbs));
        nonResourceUrls = List.copyOf(nonResourceUrls);
        nonResourceUrls.stream()
                .filter(url -> !url.startsWith("/") && !url.equals("*"))
                .forEach(url -> {
                    throw InvalidValueException.of("PolicyRule nonResourceURL", url, "must start with '/', or be '*'");
                });
    }

    static NonResourceRule of(Set<Verb> verbs, String first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return new NonResourceRule(verbs, all);
    }

    @Override
    public io.fabric8.kubernetes.api.model.rbac.PolicyRule toModel() {
        return new PolicyRuleBuilder()
                .withNonResourceURLs(nonResourceUrls)
                .withVerbs(verbs.stream().map(Verb::value).toList())
                .build();
    }
}
