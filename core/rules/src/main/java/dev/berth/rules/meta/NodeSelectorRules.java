package dev.berth.rules.meta;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of node selectors. */
public final class NodeSelectorRules {
    private static final Rule TERMS = Rule.core("node-selector-terms", "ValidateNodeSelector");
    private static final Rule VALUES = Rule.core("node-selector-values", "ValidateNodeSelectorRequirement");
    private static final Rule OPERATOR = Rule.core("node-selector-operator", "ValidateNodeSelectorRequirement");
    private static final Rule VALUE = Rule.core("node-selector-value", "ValidateNodeSelectorRequirement");
    private static final Rule FIELD = Rule.core("node-field-selector", "ValidateNodeFieldSelectorRequirement");

    private NodeSelectorRules() {}

    /** Terms of which a node must match one. */
    public static void required(NodeSelector selector, FieldPath path, Findings findings) {
        List<NodeSelectorTerm> terms = Zero.list(selector.getNodeSelectorTerms());
        FieldPath at = path.child("nodeSelectorTerms");
        if (terms.isEmpty()) {
            findings.required(TERMS, at, "must have at least one term");
        }
        for (int i = 0; i < terms.size(); i++) {
            term(terms.get(i), true, at.index(i), findings);
        }
    }

    /** A term that the scheduler prefers; its values need not be valid label values. */
    public static void preferred(@Nullable NodeSelectorTerm term, FieldPath path, Findings findings) {
        if (term != null) {
            term(term, false, path, findings);
        }
    }

    private static void term(NodeSelectorTerm term, boolean strict, FieldPath path, Findings findings) {
        List<NodeSelectorRequirement> expressions = Zero.list(term.getMatchExpressions());
        for (int i = 0; i < expressions.size(); i++) {
            expression(
                    expressions.get(i), strict, path.child("matchExpressions").index(i), findings);
        }
        List<NodeSelectorRequirement> fields = Zero.list(term.getMatchFields());
        for (int i = 0; i < fields.size(); i++) {
            field(fields.get(i), path.child("matchFields").index(i), findings);
        }
    }

    private static void expression(
            NodeSelectorRequirement requirement, boolean strict, FieldPath path, Findings findings) {
        List<String> values = Zero.list(requirement.getValues());
        FieldPath at = path.child("values");
        switch (Zero.text(requirement.getOperator())) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    findings.required(VALUES, at, "must be set for operators In and NotIn");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    findings.forbidden(VALUES, at, "must not be set for operators Exists and DoesNotExist");
                }
            }
            case "Gt", "Lt" -> {
                if (values.size() != 1) {
                    findings.required(VALUES, at, "must have exactly one value for operators Gt and Lt");
                }
            }
            default -> operator(requirement, "In, NotIn, Exists, DoesNotExist, Gt, Lt", path, findings);
        }
        LabelRules.key(requirement.getKey(), path.child("key"), findings);
        for (int i = 0; strict && i < values.size(); i++) {
            Format.LABEL_VALUE.check(findings, VALUE, at.index(i), values.get(i));
        }
    }

    private static void operator(NodeSelectorRequirement requirement, String known, FieldPath path, Findings findings) {
        findings.invalid(OPERATOR, path.child("operator"), Zero.text(requirement.getOperator()), "one of " + known);
    }

    private static void field(NodeSelectorRequirement requirement, FieldPath path, Findings findings) {
        List<String> values = Zero.list(requirement.getValues());
        String operator = Zero.text(requirement.getOperator());
        if (!operator.equals("In") && !operator.equals("NotIn")) {
            operator(requirement, "In, NotIn", path, findings);
        } else if (values.size() != 1) {
            findings.required(FIELD, path.child("values"), "must have exactly one value");
        }
        if (!"metadata.name".equals(requirement.getKey())) {
            findings.invalid(FIELD, path.child("key"), Zero.text(requirement.getKey()), "must be metadata.name");
        } else {
            for (int i = 0; i < values.size(); i++) {
                Format.DNS_SUBDOMAIN.check(findings, FIELD, path.child("values").index(i), values.get(i));
            }
        }
    }
}
