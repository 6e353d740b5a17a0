package dev.berth.lint.rule;

import dev.berth.catalog.custom.CreatedName;
import dev.berth.catalog.custom.CustomKind;
import dev.berth.catalog.custom.CustomKinds;
import dev.berth.object.ObjectId;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What other objects of a set create: objects with known names, and pods. */
final class MadeObjects {

    /** No namespace has this name. */
    private static final String ANYWHERE = "*";

    /** Stands for one namespace that is not looked at. */
    private static final String SOMEWHERE = "?";

    private static final Set<String> ROLES = Set.of("Role", "ClusterRole");

    /** Resources that are pods, or whose controllers create pods. */
    private static final Set<String> POD_RESOURCES =
            Set.of("*", "pods", "deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs");

    private static final Set<String> PODS = Set.of("pods");
    private static final Set<String> CREATE = Set.of("*", "create");
    private static final Set<String> CHANGE = Set.of("patch", "update");

    private final Set<String> names = new HashSet<>();
    private final Map<String, String> podMakers = new HashMap<>();
    private final Map<String, String> podLabelers = new HashMap<>();

    /** Adds what a custom resource or a role brings about; other objects are ignored. */
    void add(HasMetadata object, boolean isCustom) {
        if (isCustom) {
            addCustom(object);
        } else if (ROLES.contains(object.getKind())) {
            if (grants(object, POD_RESOURCES, CREATE)) {
                addPodMaker(object, "an operator with the permissions of " + named(object));
            } else if (grants(object, PODS, CHANGE)) {
                podLabelers.putIfAbsent(
                        ObjectSet.namespace(object), "a program with the permissions of " + named(object));
            }
        }
    }

    private void addCustom(HasMetadata object) {
        ObjectId id = ObjectId.of(object);
        CustomKind kind = CustomKinds.of(id.group(), id.kind());
        if (kind.makesPods()) {
            addPodMaker(object, "the operator of " + named(object));
        }
        for (CreatedName created : kind.creates()) {
            for (String name : names(created.name(), object)) {
                add(created.kind(), id.namespace(), name);
                if (created.inOtherNamespaces()) {
                    add(created.kind(), ANYWHERE, name);
                }
            }
        }
    }

    private static String named(HasMetadata object) {
        return object.getKind() + " \"" + ObjectSet.name(object) + "\"";
    }

    private void addPodMaker(HasMetadata object, String who) {
        String namespace = ObjectSet.namespace(object);
        podMakers.putIfAbsent(namespace, who);
    }

    /** Adds an object that something creates. */
    void add(String kind, String namespace, String name) {
        names.add(SetIndex.key(kind, namespace, name));
        names.add(SetIndex.key(kind, SOMEWHERE, name));
    }

    /** Returns whether something creates the object. */
    boolean has(String kind, String namespace, String name) {
        return names.contains(SetIndex.key(kind, namespace, name))
                || names.contains(SetIndex.key(kind, "", name))
                || names.contains(SetIndex.key(kind, ANYWHERE, name));
    }

    /** Returns whether something creates the object in any namespace. */
    boolean hasSomewhere(String kind, String name) {
        return names.contains(SetIndex.key(kind, SOMEWHERE, name));
    }

    /** Returns who may add labels to pods of a namespace: an object without a namespace may be for any. */
    Optional<String> podLabeler(String namespace) {
        String own = podLabelers.get(namespace);
        return Optional.ofNullable(own == null ? podLabelers.get("") : own);
    }

    /** Returns who may start pods in a namespace: an object without a namespace may be for any. */
    Optional<String> podMaker(String namespace) {
        String own = podMakers.get(namespace);
        return Optional.ofNullable(own == null ? podMakers.get("") : own);
    }

    /** Returns the names that a template stands for. */
    private static List<String> names(String template, HasMetadata object) {
        int open = template.indexOf('{');
        if (open < 0) {
            return List.of(template);
        }
        int close = template.indexOf('}', open);
        List<String> names = new ArrayList<>();
        for (String value : firstOf(template.substring(open + 1, close), object)) {
            names(template.substring(close + 1), object)
                    .forEach(rest -> names.add(template.substring(0, open) + value + rest));
        }
        return names;
    }

    private static List<String> firstOf(String paths, HasMetadata object) {
        for (String path : paths.split("\\|", -1)) {
            List<String> values = path.equals("metadata.name") ? List.of(ObjectSet.name(object)) : values(path, object);
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    private static List<String> values(String path, HasMetadata object) {
        if (!(object instanceof GenericKubernetesResource resource)) {
            return List.of();
        }
        Stream<@Nullable Object> found = Stream.of(resource.getAdditionalProperties());
        for (String step : path.split("\\.", -1)) {
            boolean each = step.endsWith("[]");
            String key = each ? step.substring(0, step.length() - 2) : step;
            found = found.map(value -> value instanceof Map<?, ?> map ? map.get(key) : null)
                    .flatMap(value -> each && value instanceof List<?> list ? list.stream() : Stream.of(value))
                    .filter(Objects::nonNull);
        }
        return found.filter(String.class::isInstance).map(String.class::cast).toList();
    }

    /** Returns whether a role allows its subjects one of these verbs for one of these resources. */
    private static boolean grants(HasMetadata role, Set<String> resources, Set<String> verbs) {
        List<PolicyRule> rules = role instanceof ClusterRole cluster ? cluster.getRules() : List.of();
        return PodOwner.orEmpty(role instanceof Role own ? own.getRules() : rules).stream()
                .filter(Objects::nonNull)
                .anyMatch(rule -> hasOneOf(rule.getVerbs(), verbs) && hasOneOf(rule.getResources(), resources));
    }

    private static boolean hasOneOf(@Nullable List<String> values, Set<String> wanted) {
        return PodOwner.orEmpty(values).stream().anyMatch(value -> value != null && wanted.contains(value));
    }
}
