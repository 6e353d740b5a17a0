package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.rules.Findings;
import dev.berth.rules.format.Format;
import java.util.Locale;

/** The names of a custom resource. */
final class NameRules {
    private final Findings findings;

    NameRules(Findings findings) {
        this.findings = findings;
    }

    /** The server fills in the singular and the kind of the list. */
    void check(JsonNode names, FieldPath path) {
        String kind = SchemaTree.text(names, "kind");
        String listKind = orDefault(names, "listKind", kind.isEmpty() ? "" : kind + "List");
        name(SchemaTree.text(names, "plural"), path.child("plural"));
        name(orDefault(names, "singular", kind.toLowerCase(Locale.ROOT)), path.child("singular"));
        name(kind, path.child("kind"));
        name(listKind, path.child("listKind"));
        if (!kind.isEmpty() && kind.equals(listKind)) {
            findings.invalid(CrdRules.NAMES, path.child("listKind"), listKind, "must not be the kind");
        }
        for (String field : new String[] {"shortNames", "categories"}) {
            JsonNode list = names.path(field);
            for (int i = 0; i < list.size(); i++) {
                label(list.get(i).asText(), path.child(field).index(i));
            }
        }
    }

    private static String orDefault(JsonNode names, String field, String filledIn) {
        return SchemaTree.has(names, field) ? SchemaTree.text(names, field) : filledIn;
    }

    private void name(String name, FieldPath path) {
        if (name.isEmpty()) {
            findings.required(CrdRules.NAMES, path, "");
        } else {
            String field = path.toString();
            boolean kind = field.endsWith(".kind") || field.endsWith(".listKind");
            label(kind ? name.toLowerCase(Locale.ROOT) : name, path);
        }
    }

    private void label(String name, FieldPath path) {
        Format.DNS_LABEL_WITH_LETTER_FIRST.check(findings, CrdRules.NAMES, path, name);
    }
}
