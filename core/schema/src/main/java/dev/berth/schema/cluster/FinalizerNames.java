package dev.berth.schema.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The server's warnings about names of finalizers. */
final class FinalizerNames {
    private static final Rule RULE = new Rule(
            "custom-resource-finalizer",
            "validateKubeFinalizerName",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/registry/customresource/strategy.go");

    /** Finalizers of Kubernetes itself. */
    private static final Set<String> STANDARD = Set.of("kubernetes", "orphan", "foregroundDeletion");

    private FinalizerNames() {}

    /** Returns a warning about each finalizer that the earlier object does not have. */
    static List<Finding> warnings(JsonNode object, JsonNode earlier) {
        Set<String> added = names(object);
        added.removeAll(names(earlier));
        List<Finding> warnings = new ArrayList<>(0);
        for (String name : added) {
            if (name.indexOf('/') < 0 && !STANDARD.contains(name)) {
                String message = "\"" + name + "\" may be the name of another program's finalizer too: prefer a domain"
                        + " and a path, such as example.com/" + name;
                Finding error = Finding.of(RULE, "metadata.finalizers", FindingType.INVALID, message);
                warnings.add(new Finding(
                        error.object(), error.location(), error.field(), RULE, Level.WARNING, null, message, "", null));
            }
        }
        return warnings;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.path("metadata").path("finalizers").forEach(name -> names.add(name.asText()));
        return names;
    }
}
