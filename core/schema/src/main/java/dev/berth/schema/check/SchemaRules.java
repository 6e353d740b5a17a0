package dev.berth.schema.check;

import dev.berth.finding.Rule;

/** The rules of schemas, which {@code k8s.io/kube-openapi} checks. */
final class SchemaRules {

    static final Rule TYPE = rule("schema-type", "typeValidator.Validate", "type.go");
    static final Rule FORMAT = rule("schema-format", "FormatOf", "formats.go");
    static final Rule NUMBER_FORMAT = rule("schema-number-format", "IsValueValidAgainstRange", "values.go");
    static final Rule ENUM = rule("schema-enum", "basicCommonValidator.Validate", "validator.go");
    static final Rule LENGTH = rule("schema-length", "MaxLength, MinLength", "values.go");
    static final Rule PATTERN = rule("schema-pattern", "Pattern", "values.go");
    static final Rule RANGE = rule("schema-range", "MaximumNativeType, MinimumNativeType", "values.go");
    static final Rule MULTIPLE = rule("schema-multiple-of", "MultipleOfNativeType", "values.go");
    static final Rule ITEMS = rule("schema-items", "MaxItems, MinItems", "values.go");
    static final Rule PROPERTIES = rule("schema-properties", "objectValidator.Validate", "object_validator.go");
    static final Rule REQUIRED = rule("schema-required", "objectValidator.Validate", "object_validator.go");
    static final Rule CLAUSES = rule("schema-clauses", "schemaPropsValidator.Validate", "schema_props.go");

    private SchemaRules() {}

    private static Rule rule(String id, String function, String file) {
        return new Rule(id, function, "k8s.io/kube-openapi/pkg/validation/validate/" + file);
    }
}
