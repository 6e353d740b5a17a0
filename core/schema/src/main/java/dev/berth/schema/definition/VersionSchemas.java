package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.rules.Findings;
import dev.berth.schema.Schema;
import dev.berth.schema.resource.InstalledRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The schema, the subresources, the printer columns and the selectable fields of a version. What is the same in all
 * versions is checked once, and the server reports it at {@code spec}. Mirrors {@code
 * validateCustomResourceDefinitionVersion} in {@code pkg/apis/apiextensions/validation/validation.go} of {@code
 * k8s.io/apiextensions-apiserver}.
 */
final class VersionSchemas {
    private final JsonNode schema;
    private final FieldPath schemaPath;
    private final boolean status;
    private final List<Finding> found = new ArrayList<>();

    private VersionSchemas(JsonNode schema, FieldPath schemaPath, boolean status) {
        this.schema = schema;
        this.schemaPath = schemaPath;
        this.status = status;
    }

    /** Returns what there is to check: once for all versions, and for each version. */
    static List<VersionSchemas> of(JsonNode spec) {
        JsonNode versions = spec.path("versions");
        FieldPath path = FieldPath.of("spec");
        boolean sameSchema = isSame(versions, "schema");
        boolean sameSubresources = isSame(versions, "subresources");
        List<VersionSchemas> all = new ArrayList<>();
        if (sameSchema && !versions.isEmpty()) {
            JsonNode first = versions.get(0).path("schema").path("openAPIV3Schema");
            boolean anyStatus = false;
            for (JsonNode version : versions) {
                anyStatus |= hasStatus(version);
            }
            VersionSchemas common = new VersionSchemas(first, path.child("validation", "openAPIV3Schema"), anyStatus);
            common.rest(versions, 0, true, path);
            all.add(common);
        }
        for (int i = 0; i < versions.size(); i++) {
            FieldPath at = path.child("versions").index(i);
            JsonNode own = sameSchema
                    ? MissingNode.getInstance()
                    : versions.get(i).path("schema").path("openAPIV3Schema");
            JsonNode ofStatus = versions.get(sameSubresources ? 0 : i);
            VersionSchemas one = new VersionSchemas(own, at.child("schema", "openAPIV3Schema"), hasStatus(ofStatus));
            if (!versions.get(i).path("schema").path("openAPIV3Schema").isObject()) {
                one.missing();
            }
            one.rest(versions, i, false, at);
            all.add(one);
        }
        return all;
    }

    private static boolean hasStatus(JsonNode version) {
        return version.path("subresources").path("status").isObject();
    }

    private static boolean isSame(JsonNode versions, String field) {
        for (JsonNode version : versions) {
            if (!version.path(field).equals(versions.get(0).path(field))) {
                return false;
            }
        }
        return true;
    }

    private void missing() {
        Findings findings = new Findings();
        findings.required(CrdRules.SCHEMA_MISSING, schemaPath, "every version needs a schema");
        found.addAll(findings.list());
    }

    /** Checks what is the same in all versions, or what is not, for one version. */
    private void rest(JsonNode versions, int index, boolean common, FieldPath path) {
        Findings findings = new Findings();
        VersionFieldRules rules = new VersionFieldRules(findings);
        JsonNode version = versions.get(index);
        if (isSame(versions, "subresources") == common) {
            rules.subresources(version.path("subresources"), path.child("subresources"));
        }
        if (isSame(versions, "additionalPrinterColumns") == common) {
            rules.columns(version.path("additionalPrinterColumns"), path.child("additionalPrinterColumns"));
        }
        if (isSame(versions, "selectableFields") == common) {
            JsonNode ofVersion = version.path("schema").path("openAPIV3Schema");
            rules.selectableFields(version.path("selectableFields"), ofVersion, path.child("selectableFields"));
        }
        found.addAll(findings.list());
    }

    /** Returns whether it has the schema of another definition, which the server accepted. */
    boolean hasSchemaOf(VersionSchemas other) {
        return schema.equals(other.schema);
    }

    /** Returns what the server refuses; expressions are compiled only if this is wanted. */
    List<Finding> check(boolean expressions) {
        List<Finding> all = new ArrayList<>(found);
        if (schema.isObject()) {
            all.addAll(ofSchema(expressions));
        }
        return all;
    }

    private List<Finding> ofSchema(boolean expressions) {
        Findings findings = new Findings();
        RootRules.check(schema, status, schemaPath, findings);
        boolean convertible = !StructuralRules.isUnconvertible(schema);
        Findings structural = new Findings();
        List<Finding> ofDefaults = List.of();
        if (convertible) {
            new StructuralRules(structural).check(schema, schemaPath);
            if (structural.isEmpty()) {
                ofDefaults = DefaultRules.check(Schema.of(schema), schemaPath);
            }
        }
        Findings ofFields = new Findings();
        new SchemaFieldRules(ofFields).check(schema, schemaPath);
        List<Finding> all = new ArrayList<>(findings.list());
        all.addAll(structural.list());
        all.addAll(ofDefaults);
        all.addAll(ofFields.list());
        boolean sound = convertible && structural.isEmpty() && ofDefaults.isEmpty();
        if (sound && expressions) {
            all.addAll(ofExpressions(ofFields.list()));
        }
        if (all.isEmpty() && !convertible) {
            findings.invalid(CrdRules.SCHEMA_ROOT, schemaPath, "", "must not have the field $schema");
            return findings.list();
        }
        return all;
    }

    private List<Finding> ofExpressions(List<Finding> ofFields) {
        Schema root = Schema.of(schema);
        return root.hasRules()
                ? InstalledRules.compiler().checkDefinition(root, schemaPath, path -> ofFields.stream()
                        .anyMatch(finding -> finding.field().startsWith(path.toString())))
                : List.of();
    }
}
