package dev.berth.schema.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.object.ObjectId;
import dev.berth.rules.Findings;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.decode.MetadataDecoder;
import dev.berth.rules.meta.GeneratedName;
import dev.berth.rules.meta.MetadataRules;
import dev.berth.rules.update.MetadataUpdate;
import dev.berth.rules.update.Surroundings;
import dev.berth.rules.update.Update;
import dev.berth.schema.Correlated;
import dev.berth.schema.Schema;
import dev.berth.schema.Values;
import dev.berth.schema.apply.AppliedObject;
import dev.berth.schema.apply.TypedManifest;
import dev.berth.schema.check.EmbeddedResources;
import dev.berth.schema.check.ListTypes;
import dev.berth.schema.check.SchemaCheck;
import dev.berth.schema.decode.ObjectDecoder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the server would create a custom resource, or replace one.
 *
 * <p>Mirrors {@code customResourceStrategy} in {@code pkg/registry/customresource/strategy.go} of {@code
 * k8s.io/apiextensions-apiserver}.
 */
public final class CustomResourceRules {
    private static final Rule NOT_EVALUATED = new Rule(
            "rules-not-evaluated",
            "hasBlockingErr",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/registry/customresource/strategy.go");
    /** Errors after which the server does not evaluate rules, because an expression relies on the schema. */
    private static final Set<FindingType> BLOCKING = EnumSet.of(
            FindingType.NOT_SUPPORTED,
            FindingType.REQUIRED,
            FindingType.TOO_LONG,
            FindingType.TOO_MANY,
            FindingType.TYPE_INVALID);

    private final ServedKind kind;

    /** The rules of a kind. */
    public CustomResourceRules(ServedKind kind) {
        this.kind = kind;
    }

    /**
     * What the server answers.
     *
     * @param verdict whether it accepts the object
     * @param warnings rules that are broken, but by values that did not change
     */
    public record Answer(Verdict verdict, List<Finding> warnings) {
        public Answer {
            warnings = List.copyOf(warnings);
        }
    }

    /** Returns the answer to the creation of an object. */
    public Answer toCreation(JsonNode written) {
        Findings decoding = new Findings();
        ObjectNode object = ObjectDecoder.decode(written, kind.schema(), decoding);
        if (!decoding.isEmpty()) {
            return undecoded(decoding);
        }
        if (kind.hasStatus()) {
            object.remove("status");
        }
        Findings findings = new Findings();
        metadata(object, findings);
        List<Finding> all = new ArrayList<>(findings.list());
        all.addAll(SchemaCheck.ofCreation(kind.schema(), object, FieldPath.root()));
        all.addAll(fixed(object));
        Findings lists = new Findings();
        ListTypes.check(object, kind.schema(), FieldPath.root(), lists);
        all.addAll(lists.list());
        return withRules(object, null, all);
    }

    /**
     * Returns the object in the cluster, given how it was written: without what the server removes, and with its
     * defaults.
     */
    public ObjectNode stored(JsonNode written) {
        ObjectNode object = ObjectDecoder.decode(written, kind.schema(), new Findings());
        if (kind.hasStatus()) {
            object.remove("status");
        }
        return object;
    }

    /**
     * Returns the answer to an object that replaces another.
     *
     * @param stored the object in the cluster
     * @param written the object that replaces it
     */
    public Answer toUpdate(ObjectNode stored, JsonNode written) {
        Findings decoding = new Findings();
        ObjectNode object = ObjectDecoder.decode(written, kind.schema(), decoding);
        return decoding.isEmpty() ? replaced(stored, object) : undecoded(decoding);
    }

    private static Answer undecoded(Findings decoding) {
        return new Answer(Verdict.refused(Stage.DECODE, decoding.list()), List.of());
    }

    private Answer replaced(ObjectNode stored, ObjectNode object) {
        if (kind.hasStatus()) {
            object.remove("status");
            if (stored.has("status")) {
                object.set("status", stored.get("status"));
            }
        }
        Schema schema = kind.schema();
        Correlated update = Correlated.of(object, stored, schema);
        Findings findings = new Findings();
        metadata(object, findings);
        new MetadataUpdate().check(new Update(ObjectId.NONE, stored, object, Surroundings.running()), findings);
        List<Finding> all = new ArrayList<>(findings.list());
        all.addAll(SchemaCheck.ofUpdate(schema, update));
        all.addAll(fixed(object));
        Findings before = new Findings();
        ListTypes.check(stored, schema, FieldPath.root(), before);
        if (before.isEmpty()) {
            Findings lists = new Findings();
            ListTypes.check(object, schema, FieldPath.root(), lists);
            all.addAll(lists.list());
        }
        return withRules(object, update, all);
    }

    /**
     * Returns the answer to a manifest that its author applies over an earlier one, with server-side apply.
     *
     * @param earlier the earlier manifest
     * @param earlierSchema the schema when it was applied
     * @param stored the object in the cluster
     * @param manifest the manifest that is applied
     */
    public Answer toApply(JsonNode earlier, Schema earlierSchema, ObjectNode stored, JsonNode manifest) {
        Findings findings = new Findings();
        Schema schema = kind.schema();
        JsonNode sent = Values.written(manifest);
        TypedManifest.ofAuthor(findings).check(sent, schema);
        TypedManifest.ofCluster(findings).check(stored, schema);
        if (!findings.isEmpty()) {
            return undecoded(findings);
        }
        JsonNode applied = AppliedObject.over(Values.written(earlier), earlierSchema, stored, sent, schema);
        return replaced(stored, ObjectDecoder.decodeApplied(applied, schema));
    }

    private void metadata(ObjectNode object, Findings findings) {
        if (object.path("metadata") instanceof ObjectNode meta && meta.has("generateName") && !meta.has("name")) {
            meta.put("name", GeneratedName.of(meta.path("generateName").asText()));
        }
        MetadataRules.custom(MetadataDecoder.bind(object.get("metadata")), kind.isNamespaced(), findings);
    }

    /** What is checked again on each update. */
    private List<Finding> fixed(ObjectNode object) {
        Findings findings = new Findings();
        ScalePaths scale = kind.scale();
        if (scale != null) {
            scale.check(object, findings);
        }
        EmbeddedResources.check(object, kind.schema(), FieldPath.root(), findings);
        return findings.list();
    }

    private Answer withRules(ObjectNode object, @Nullable Correlated update, List<Finding> found) {
        List<Finding> warnings = new ArrayList<>();
        if (kind.schema().hasRules()) {
            if (found.stream().anyMatch(finding -> finding.type() != null && BLOCKING.contains(finding.type()))) {
                found.add(Finding.of(
                        NOT_EVALUATED,
                        "",
                        FindingType.INVALID,
                        "The rules of the CustomResourceDefinition were not evaluated, because the object does not fit"
                                + " its schema."));
            } else {
                for (Finding finding : kind.rules().orElseThrow().check(object, update)) {
                    (finding.level() == Level.WARNING ? warnings : found).add(finding);
                }
            }
        }
        Verdict verdict = found.isEmpty() ? Verdict.accepted() : Verdict.refused(Stage.VALIDATION, found);
        return new Answer(verdict, warnings);
    }
}
