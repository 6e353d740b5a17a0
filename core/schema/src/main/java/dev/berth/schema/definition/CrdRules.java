package dev.berth.schema.definition;

import dev.berth.finding.Rule;

/** The rules of CustomResourceDefinitions in {@code pkg/apis/apiextensions/validation/validation.go}. */
final class CrdRules {
    private static final String FILE =
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go";
    private static final String STRUCTURAL =
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/schema/validation.go";

    static final Rule NAME = rule("crd-name", "ValidateCustomResourceDefinition");
    static final Rule GROUP = rule("crd-group", "validateCustomResourceDefinitionSpec");
    static final Rule APPROVAL = rule("crd-api-approval", "validateAPIApproval");
    static final Rule SCOPE = rule("crd-scope", "validateEnumStrings");
    static final Rule NAMES = rule("crd-names", "ValidateCustomResourceDefinitionNames");
    static final Rule VERSIONS = rule("crd-versions", "validateCustomResourceDefinitionSpec");
    static final Rule STORED = rule("crd-stored-versions", "ValidateCustomResourceDefinitionStoredVersions");
    static final Rule DEPRECATION = rule("crd-deprecation-warning", "validateDeprecationWarning");
    static final Rule PRESERVE = rule("crd-preserve-unknown-fields", "validatePreserveUnknownFields");
    static final Rule CONVERSION = rule("crd-conversion", "validateCustomResourceConversion");
    static final Rule SUBRESOURCES = rule("crd-subresources", "ValidateCustomResourceDefinitionSubresources");
    static final Rule COLUMNS = rule("crd-printer-columns", "ValidateCustomResourceColumnDefinition");
    static final Rule SELECTABLE = rule("crd-selectable-fields", "ValidateCustomResourceSelectableFields");
    static final Rule SCHEMA_MISSING = rule("crd-schema-missing", "validateCustomResourceDefinitionSpec");
    static final Rule SCHEMA_ROOT = rule("crd-schema-root", "validateCustomResourceDefinitionValidation");
    static final Rule SCHEMA_TYPE = rule("crd-schema-type", "specStandardValidatorV3.validate");
    static final Rule SCHEMA_FIELD = rule("crd-schema-field", "specStandardValidatorV3.validate");
    static final Rule LIST_TYPE = rule("crd-list-type", "ValidateCustomResourceDefinitionOpenAPISchema");
    static final Rule ATOMIC_SET = rule("crd-atomic-set", "ValidateCustomResourceDefinitionOpenAPISchema");
    static final Rule MAP_KEYS = rule("crd-list-map-keys", "validateMapListKeysMapSet");
    static final Rule RULE = rule("crd-validation-rule", "ValidateCustomResourceDefinitionOpenAPISchema");
    static final Rule IMMUTABLE = rule("crd-immutable", "validateCustomResourceDefinitionSpecUpdate");
    static final Rule STRUCTURAL_SCHEMA = new Rule("crd-structural", "ValidateStructural", STRUCTURAL);
    static final Rule DEFAULT = new Rule(
            "crd-default",
            "ValidateDefaults",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting/validation.go");
    static final Rule UNPRUNED_DEFAULT = new Rule("crd-default-unknown-field", DEFAULT.function(), DEFAULT.file());

    private CrdRules() {}

    private static Rule rule(String id, String function) {
        return new Rule(id, function, FILE);
    }
}
