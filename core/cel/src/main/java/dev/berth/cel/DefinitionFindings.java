package dev.berth.cel;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** What the server refuses of the rules of a CustomResourceDefinition. */
final class DefinitionFindings {
    private static final Rule RULE = new Rule(
            "crd-expression",
            "ValidateCustomResourceDefinitionOpenAPISchema",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go");

    private final List<Finding> found = new ArrayList<>();

    void add(FieldPath field, FindingType type, String message) {
        found.add(Finding.of(RULE, field.toString(), type, message));
    }

    List<Finding> list() {
        return found;
    }
}
