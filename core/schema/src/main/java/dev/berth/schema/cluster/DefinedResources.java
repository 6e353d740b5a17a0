package dev.berth.schema.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.custom.CustomAnswer;
import dev.berth.rules.custom.CustomResources;
import dev.berth.schema.Schema;
import dev.berth.schema.definition.DefinitionRules;
import dev.berth.schema.resource.CustomResourceRules;
import dev.berth.schema.resource.ServedKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The definitions by the kind of their objects. Threads may judge objects while no definition is added. */
public final class DefinedResources implements CustomResources {
    private static final Rule NOT_SERVED = new Rule(
            "custom-version-not-served",
            "crdHandler.ServeHTTP",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/customresource_handler.go");
    private static final Rule DEPRECATED = new Rule(
            "custom-version-deprecated",
            "crdHandler.getOrCreateServingInfoFor",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/customresource_handler.go");

    private final Map<String, Map<String, ServedKind>> byKind = new ConcurrentHashMap<>();

    /** What {@link java.util.ServiceLoader} calls. */
    public DefinedResources() {}

    @Override
    public Verdict toDefinition(JsonNode definition) {
        return DefinitionRules.toCreation(definition);
    }

    @Override
    public Verdict toNewDefinition(JsonNode before, JsonNode definition) {
        return DefinitionRules.toUpdate(before, definition);
    }

    @Override
    public void add(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        String kind = spec.path("names").path("kind").asText();
        byKind.put(spec.path("group").asText() + "/" + kind, ServedKind.servedBy(definition));
    }

    @Override
    public Optional<CustomAnswer> toCreation(JsonNode object) {
        Map<String, ServedKind> versions = versions(object);
        if (versions == null) {
            return Optional.empty();
        }
        ServedKind kind = versions.get(version(object));
        return Optional.of(
                kind == null
                        ? notServed(object, versions)
                        : answer(
                                kind,
                                new CustomResourceRules(kind).toCreation(object),
                                FinalizerNames.warnings(object, MissingNode.getInstance())));
    }

    @Override
    public Optional<CustomAnswer> toApply(CustomResources before, JsonNode earlier, JsonNode manifest) {
        Map<String, ServedKind> versions = versions(manifest);
        if (versions == null) {
            return Optional.empty();
        }
        ServedKind kind = versions.get(version(manifest));
        if (kind == null) {
            return Optional.of(notServed(manifest, versions));
        }
        CustomResourceRules rules = new CustomResourceRules(kind);
        Schema then = before instanceof DefinedResources old ? old.schemaOf(earlier, kind) : kind.schema();
        return Optional.of(answer(
                kind,
                rules.toApply(earlier, then, rules.stored(earlier), manifest),
                FinalizerNames.warnings(manifest, earlier)));
    }

    private Schema schemaOf(JsonNode object, ServedKind otherwise) {
        Map<String, ServedKind> versions = versions(object);
        ServedKind kind = versions == null ? null : versions.get(version(object));
        return kind == null ? otherwise.schema() : kind.schema();
    }

    private @Nullable Map<String, ServedKind> versions(JsonNode object) {
        String apiVersion = object.path("apiVersion").asText();
        String group = apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
        return byKind.get(group + "/" + object.path("kind").asText());
    }

    private static String version(JsonNode object) {
        String apiVersion = object.path("apiVersion").asText();
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    private static CustomAnswer notServed(JsonNode object, Map<String, ServedKind> versions) {
        String served = versions.isEmpty() ? "no version" : String.join(", ", versions.keySet());
        String message = "Unknown kind: \"" + version(object) + "\": the CustomResourceDefinition serves " + served;
        Finding finding = Finding.of(NOT_SERVED, "apiVersion", FindingType.UNKNOWN_KIND, message);
        return new CustomAnswer(Verdict.refused(Stage.KIND, List.of(finding)), List.of());
    }

    private static CustomAnswer answer(ServedKind kind, CustomResourceRules.Answer answer, List<Finding> finalizers) {
        List<Finding> warnings = new ArrayList<>(answer.warnings());
        if (!answer.verdict().isRefused()) {
            warnings.addAll(finalizers);
            if (!kind.deprecation().isEmpty()) {
                warnings.add(warning(kind.deprecation()));
            }
        }
        return new CustomAnswer(answer.verdict(), warnings);
    }

    private static Finding warning(String message) {
        Finding error = Finding.of(DEPRECATED, "apiVersion", FindingType.INVALID, message);
        return new Finding(
                error.object(), error.location(), error.field(), DEPRECATED, Level.WARNING, null, message, "", null);
    }
}
