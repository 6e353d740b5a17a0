package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.decode.MetadataDecoder;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides whether the server would create a CustomResourceDefinition, or replace one.
 *
 * <p>Mirrors {@code pkg/apis/apiextensions/validation/validation.go} of {@code k8s.io/apiextensions-apiserver}.
 */
public final class DefinitionRules {
    /** Rules that the server does not enforce on a definition that broke them before. */
    private static final Set<Rule> TOLERATED =
            Set.of(CrdRules.SCHEMA_TYPE, CrdRules.UNPRUNED_DEFAULT, CrdRules.ATOMIC_SET, CrdRules.MAP_KEYS);

    private static final FieldPath SPEC = FieldPath.of("spec");

    private DefinitionRules() {}

    /** Returns the answer to the creation of a definition. */
    public static Verdict toCreation(JsonNode written) {
        Findings decoding = new Findings();
        ObjectNode definition = new DefinitionDecoder(decoding).decode(written);
        if (!decoding.isEmpty()) {
            return Verdict.refused(Stage.DECODE, decoding.list());
        }
        Findings findings = new Findings();
        created(definition, findings);
        List<Finding> all = new ArrayList<>(findings.list());
        VersionSchemas.of(definition.path("spec")).forEach(version -> all.addAll(version.check(true)));
        return all.isEmpty() ? Verdict.accepted() : Verdict.refused(Stage.VALIDATION, all);
    }

    /** Returns the answer to a definition that replaces one that the server accepted and serves. */
    public static Verdict toUpdate(JsonNode before, JsonNode written) {
        Findings decoding = new Findings();
        ObjectNode definition = new DefinitionDecoder(decoding).decode(written);
        if (!decoding.isEmpty()) {
            return Verdict.refused(Stage.DECODE, decoding.list());
        }
        ObjectNode old = new DefinitionDecoder(new Findings()).decode(before);
        Findings findings = new Findings();
        created(definition, findings);
        updated(old.path("spec"), definition.path("spec"), findings);
        List<Finding> all = new ArrayList<>(findings.list());
        List<VersionSchemas> earlier = VersionSchemas.of(old.path("spec"));
        Set<Rule> broken = new HashSet<>();
        earlier.forEach(version -> version.check(false).forEach(finding -> broken.add(finding.rule())));
        for (VersionSchemas version : VersionSchemas.of(definition.path("spec"))) {
            boolean unchanged = earlier.stream().anyMatch(version::hasSchemaOf);
            version.check(!unchanged).stream()
                    .filter(finding -> !TOLERATED.contains(finding.rule()) || !broken.contains(finding.rule()))
                    .forEach(all::add);
        }
        return all.isEmpty() ? Verdict.accepted() : Verdict.refused(Stage.VALIDATION, all);
    }

    private static void created(ObjectNode definition, Findings findings) {
        JsonNode spec = definition.path("spec");
        metadata(definition, spec, findings);
        group(definition, SchemaTree.text(spec, "group"), findings);
        String scope = SchemaTree.text(spec, "scope");
        if (scope.isEmpty()) {
            findings.required(CrdRules.SCOPE, SPEC.child("scope"), "Cluster or Namespaced");
        } else {
            findings.oneOf(CrdRules.SCOPE, SPEC.child("scope"), scope, List.of("Cluster", "Namespaced"));
        }
        new NameRules(findings).check(spec.path("names"), SPEC.child("names"));
        new VersionListRules(findings).check(spec, SPEC);
        new ConversionRules(findings).check(spec, SPEC.child("conversion"));
        if (SchemaTree.flag(spec, "preserveUnknownFields")) {
            findings.invalid(
                    CrdRules.PRESERVE,
                    SPEC.child("preserveUnknownFields"),
                    true,
                    "must not be true; set x-kubernetes-preserve-unknown-fields in the schema of each version");
        }
    }

    private static void metadata(ObjectNode definition, JsonNode spec, Findings findings) {
        var meta = MetadataDecoder.bind(definition.get("metadata"));
        MetadataRules.custom(meta, false, findings);
        String required = SchemaTree.text(spec.path("names"), "plural") + "." + SchemaTree.text(spec, "group");
        String name = meta.getName();
        if (name != null && !name.equals(required)) {
            findings.invalid(
                    CrdRules.NAME,
                    FieldPath.of("metadata", "name"),
                    name,
                    "must be spec.names.plural, a dot and spec.group: " + required);
        }
    }

    private static void group(ObjectNode definition, String group, Findings findings) {
        FieldPath path = SPEC.child("group");
        if (group.isEmpty()) {
            findings.required(CrdRules.GROUP, path, "");
        } else if (!Format.DNS_SUBDOMAIN.fits(group)) {
            Format.DNS_SUBDOMAIN.check(findings, CrdRules.GROUP, path, group);
        } else if (group.indexOf('.') < 0) {
            findings.invalid(CrdRules.GROUP, path, group, "must be a domain with at least one dot");
        }
        boolean protectedGroup = group.equals("k8s.io")
                || group.equals("kubernetes.io")
                || group.endsWith(".k8s.io")
                || group.endsWith(".kubernetes.io");
        if (protectedGroup) {
            approval(definition.path("metadata").path("annotations"), findings);
        }
    }

    private static void approval(JsonNode annotations, Findings findings) {
        String key = "api-approved.kubernetes.io";
        String approval = SchemaTree.text(annotations, key);
        FieldPath path = FieldPath.of("metadata", "annotations").key(key);
        if (approval.isEmpty()) {
            findings.required(
                    CrdRules.APPROVAL,
                    path,
                    "the group belongs to the Kubernetes project. Write \"unapproved\" and a reason, or use another group");
        } else if (!approval.startsWith("unapproved") && !approval.matches("[a-zA-Z][a-zA-Z0-9+.-]*://[^/]+.*")) {
            findings.add(
                    CrdRules.APPROVAL,
                    path,
                    FindingType.INVALID,
                    '"' + approval + "\": must be the URL of the approval, or start with \"unapproved\"");
        }
    }

    private static void updated(JsonNode before, JsonNode now, Findings findings) {
        same(before, now, "group", SPEC, findings);
        same(before, now, "scope", SPEC, findings);
        same(before.path("names"), now.path("names"), "plural", SPEC.child("names"), findings);
        same(before.path("names"), now.path("names"), "kind", SPEC.child("names"), findings);
        for (JsonNode version : before.path("versions")) {
            String name = SchemaTree.text(version, "name");
            if (SchemaTree.flag(version, "storage") && !hasVersion(now, name)) {
                findings.invalid(
                        CrdRules.STORED,
                        FieldPath.of("status", "storedVersions").index(0),
                        name,
                        "must stay in spec.versions, because objects are stored in this version");
            }
        }
    }

    private static boolean hasVersion(JsonNode spec, String name) {
        for (JsonNode version : spec.path("versions")) {
            if (SchemaTree.text(version, "name").equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void same(JsonNode before, JsonNode now, String field, FieldPath path, Findings findings) {
        if (!SchemaTree.text(before, field).equals(SchemaTree.text(now, field))) {
            findings.invalid(CrdRules.IMMUTABLE, path.child(field), SchemaTree.text(now, field), "must not change");
        }
    }
}
