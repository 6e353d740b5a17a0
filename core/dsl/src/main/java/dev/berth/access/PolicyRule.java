package dev.berth.access;

import dev.berth.value.InvalidValueException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a role allows: verbs on resources, or on paths of the API server that are not resources. Rules only add up: none
 * takes away what another one allows.
 *
 * <pre>{@code
 * PolicyRule.allow(GET, LIST, WATCH).resources("apps", "statefulsets")
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/rbac/validation/validation.go}, {@code ValidatePolicyRule}.
 */
public sealed interface PolicyRule permits ResourceRule, NonResourceRule {

    /** Returns the verbs of a rule; its resources or paths follow. */
    static Allowed allow(Verb first, Verb... more) {
        Set<Verb> verbs = new LinkedHashSet<>(List.of(first));
        verbs.addAll(List.of(more));
        return new Allowed(Collections.unmodifiableSet(verbs));
    }

    /** The rule as a fabric8 model. */
    io.fabric8.kubernetes.api.model.rbac.PolicyRule toModel();

    /**
     * Verbs of a rule whose resources follow.
     *
     * @param verbs what the rule allows
     */
    record Allowed(Set<Verb> verbs) {

        /** Verbs without duplicates, in the order of the declaration. */
        public Allowed {
            if (verbs.isEmpty()) {
                throw new InvalidValueException("PolicyRule: verbs: Required value: name at least one");
            }
            verbs = Collections.unmodifiableSet(new LinkedHashSet<>(verbs));
        }

        /**
         * Resources of an API group, in the plural, such as {@code statefulsets}. A subresource follows a slash: {@code
         * pods/log}. {@code *} is every resource of the group.
         *
         * @param apiGroup the API group, such as {@code apps}; empty for the core group, {@code *} for every group
         * @throws InvalidValueException if a resource is empty, or starts with an upper case letter like a kind
         */
        public ResourceRule resources(String apiGroup, String first, String... more) {
            return ResourceRule.of(verbs, apiGroup, first, more);
        }

        /**
         * Paths of the API server that are not resources, such as {@code /healthz}. {@code *} is allowed at the end.
         *
         * @throws InvalidValueException if a path does not start with a slash and is not {@code *}
         */
        public NonResourceRule nonResourceUrls(String first, String... more) {
            return NonResourceRule.of(verbs, first, more);
        }
    }
}
