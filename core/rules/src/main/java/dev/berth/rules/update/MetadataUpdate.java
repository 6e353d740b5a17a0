package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import java.util.List;

/** If a manifest has metadata that the server sets, it must have the server's values. */
public final class MetadataUpdate implements UpdateRule {
    private static final Rule UID =
            new Rule("metadata-uid", "Preconditions.Check", "staging/src/k8s.io/apiserver/pkg/storage/interfaces.go");
    private static final Rule VERSION = new Rule(
            "metadata-resource-version",
            "Store.Update",
            "staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go");
    private static final Rule DELETION = new Rule(
            "metadata-deletion",
            "ValidateObjectMetaAccessorUpdate",
            "staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go");

    @Override
    public void check(Update update, Findings findings) {
        own(UID, update, findings, "uid", "is set by the server; remove it from the manifest");
        own(
                VERSION,
                update,
                findings,
                "resourceVersion",
                "is the version of an earlier state of the object; remove it from the manifest");
        // On create, the server removes both, whatever their value.
        for (String field : List.of("deletionTimestamp", "deletionGracePeriodSeconds")) {
            JsonNode value = update.now("metadata", field);
            if (!value.isMissingNode() && !value.isNull()) {
                findings.invalid(
                        DELETION,
                        FieldPath.of("metadata", field),
                        value.asText(),
                        "is set by the server when the object is deleted; remove it from the manifest");
            }
        }
    }

    private static void own(Rule rule, Update update, Findings findings, String field, String why) {
        JsonNode now = update.now("metadata", field);
        if (stated(now) && !now.equals(update.old("metadata", field))) {
            findings.add(rule, FieldPath.of("metadata", field), FindingType.DENIED, '"' + now.asText() + "\": " + why);
        }
    }

    private static boolean stated(JsonNode value) {
        return value.isTextual() && !value.asText().isEmpty();
    }
}
