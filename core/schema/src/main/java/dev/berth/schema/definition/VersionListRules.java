package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.rules.Findings;
import dev.berth.rules.format.Format;
import java.util.HashSet;
import java.util.Set;

/** The list of versions: their names, which one is stored, and what is said about those that are deprecated. */
final class VersionListRules {
    private static final int LONGEST_WARNING = 256;

    private final Findings findings;

    VersionListRules(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode spec, FieldPath path) {
        JsonNode versions = spec.path("versions");
        Set<String> names = new HashSet<>();
        boolean unique = true;
        int stored = 0;
        for (int i = 0; i < versions.size(); i++) {
            JsonNode version = versions.get(i);
            FieldPath at = path.child("versions").index(i);
            String name = SchemaTree.text(version, "name");
            unique &= names.add(name);
            stored += SchemaTree.flag(version, "storage") ? 1 : 0;
            Format.DNS_LABEL_WITH_LETTER_FIRST.check(findings, CrdRules.VERSIONS, at.child("name"), name);
            deprecation(version, at.child("deprecationWarning"));
        }
        if (!unique) {
            list(path, "must have different names");
        }
        if (stored != 1) {
            list(path, "must have exactly one version with storage: true");
        }
        if (stored == 0) {
            findings.invalid(
                    CrdRules.STORED,
                    FieldPath.of("status", "storedVersions"),
                    null,
                    "must have a version, which is the one with storage: true");
        }
    }

    private void list(FieldPath path, String should) {
        findings.add(CrdRules.VERSIONS, path.child("versions"), FindingType.INVALID, should);
    }

    private void deprecation(JsonNode version, FieldPath path) {
        if (!version.has("deprecationWarning")) {
            return;
        }
        String warning = SchemaTree.text(version, "deprecationWarning");
        if (!SchemaTree.flag(version, "deprecated")) {
            findings.invalid(CrdRules.DEPRECATION, path, warning, "must only be set for a deprecated version");
        } else if (warning.isEmpty()) {
            findings.invalid(CrdRules.DEPRECATION, path, warning, "must not be empty");
        } else if (warning.length() > LONGEST_WARNING) {
            findings.invalid(CrdRules.DEPRECATION, path, warning, "must have at most 256 characters");
        } else if (!warning.codePoints().allMatch(VersionListRules::isPrintable)) {
            findings.invalid(CrdRules.DEPRECATION, path, warning, "must have printable characters only");
        }
    }

    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return c == ' '
                || !(type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.UNASSIGNED
                        || type == Character.PRIVATE_USE
                        || type == Character.SURROGATE
                        || Character.isSpaceChar(c));
    }
}
