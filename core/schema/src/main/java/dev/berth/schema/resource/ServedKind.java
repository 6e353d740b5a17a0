package dev.berth.schema.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.schema.RuleEvaluation;
import dev.berth.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One served version of a CustomResourceDefinition: a kind whose objects the server accepts. */
public final class ServedKind {
    private final String group;
    private final String version;
    private final String name;
    private final boolean namespaced;
    private final Schema schema;
    private final boolean status;
    private final @Nullable ScalePaths scale;
    private final String deprecation;
    private @Nullable RuleEvaluation rules;

    private ServedKind(JsonNode spec, JsonNode version) {
        this.group = spec.path("group").asText();
        this.version = version.path("name").asText();
        this.name = spec.path("names").path("kind").asText();
        this.namespaced = spec.path("scope").asText().equals("Namespaced");
        this.schema = Schema.of(version.path("schema").path("openAPIV3Schema"));
        JsonNode subresources = version.path("subresources");
        this.status = subresources.path("status").isObject();
        this.scale = subresources.path("scale").isObject() ? ScalePaths.of(subresources.path("scale")) : null;
        String warning =
                version.path("deprecationWarning").asText(group + "/" + this.version + " " + name + " is deprecated");
        this.deprecation = version.path("deprecated").asBoolean() ? warning : "";
    }

    /** Returns the served versions of a CustomResourceDefinition that the server accepts, by their name. */
    public static Map<String, ServedKind> servedBy(JsonNode definition) {
        Map<String, ServedKind> served = new LinkedHashMap<>();
        JsonNode spec = definition.path("spec");
        for (JsonNode version : spec.path("versions")) {
            if (version.path("served").asBoolean()) {
                served.put(version.path("name").asText(), new ServedKind(spec, version));
            }
        }
        return served;
    }

    /** Returns the group and the version, as manifests write them. */
    public String apiVersion() {
        return group + "/" + version;
    }

    /** Returns the name of the kind. */
    public String name() {
        return name;
    }

    /** Returns whether objects of this kind belong to a namespace. */
    public boolean isNamespaced() {
        return namespaced;
    }

    /** Returns the schema of its objects. */
    public Schema schema() {
        return schema;
    }

    /** Returns what the server answers to each object of a version that is deprecated; empty for others. */
    public String deprecation() {
        return deprecation;
    }

    /** Returns whether objects have a status that only their controller can set. */
    boolean hasStatus() {
        return status;
    }

    /** Returns the paths of the replicas; null if the kind cannot be scaled. */
    @Nullable ScalePaths scale() {
        return scale;
    }

    /** Returns the rules of the schema, compiled when they are first needed; empty if it has none. */
    synchronized Optional<RuleEvaluation> rules() {
        if (rules == null && schema.hasRules()) {
            rules = InstalledRules.compiler().compile(schema);
        }
        return Optional.ofNullable(rules);
    }
}
