package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.rules.Findings;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import dev.berth.rules.written.WrittenLines;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One object of a text: its identity, its line, and whether it can be decoded. */
public final class ManifestDocument {
    private final int line;
    private final @Nullable ObjectNode tree;
    private final String apiVersion;
    private final String kind;
    private final String name;
    private final String namespace;
    private final Verdict verdict;
    private final @Nullable Decoded decoded;
    private final @Nullable ObjectNode written;
    private @Nullable JsonNode other;

    /** A document whose value is not an object. */
    ManifestDocument(int line, Findings findings, JsonNode other) {
        this(line, null, findings);
        this.other = other;
    }

    /** {@code line} is the first line of the document, counted from 1. */
    ManifestDocument(int line, @Nullable ObjectNode tree, Findings findings) {
        this.line = line;
        this.tree = tree;
        this.apiVersion = text(tree, "apiVersion");
        this.kind = text(tree, "kind");
        this.written = tree != null && hasNull(tree) ? tree.deepCopy() : tree;
        JsonNode metadata = tree == null ? null : tree.get("metadata");
        this.name = text(metadata, "name");
        this.namespace = text(metadata, "namespace");
        Kind known = Kinds.of(apiVersion, kind).orElse(null);
        ObjectSchema schema =
                known == null ? null : known.schema().map(KindSchemas::of).orElse(null);
        if (tree == null) {
            this.verdict = Verdict.refused(Stage.DECODE, findings.list());
            this.decoded = null;
        } else if (schema == null) {
            this.verdict = unknownKind(findings);
            this.decoded = null;
        } else {
            new StrictDecoder(findings).object(tree, schema, FieldPath.root());
            boolean fits = findings.isEmpty();
            boolean judged = known != null && known.isJudged();
            Verdict unlessRefused = judged ? Verdict.accepted() : Verdict.notJudged();
            this.verdict = fits ? unlessRefused : Verdict.refused(Stage.DECODE, findings.list());
            this.decoded = fits && judged ? new Decoded(tree, schema) : null;
        }
    }

    private static boolean hasNull(JsonNode tree) {
        for (JsonNode child : tree) {
            if (child.isNull() || (child.isContainerNode() && hasNull(child))) {
                return true;
            }
        }
        return false;
    }

    private static String text(@Nullable JsonNode parent, String field) {
        JsonNode value = parent == null ? null : parent.get(field);
        return value == null || !value.isTextual() ? "" : value.textValue();
    }

    private Verdict unknownKind(Findings duplicates) {
        if (Kinds.of(apiVersion, kind).isPresent() || isCustom(apiVersion, kind)) {
            return duplicates.isEmpty() ? Verdict.notJudged() : Verdict.refused(Stage.DECODE, duplicates.list());
        }
        Findings findings = new Findings();
        List<String> versions = versionsOf(kind);
        String hint = versions.isEmpty() ? "" : "; " + kind + " is in " + String.join(", ", versions);
        FieldPath field = FieldPath.of(versions.isEmpty() ? "kind" : "apiVersion");
        findings.add(
                DecodeRules.UNKNOWN_KIND,
                field,
                FindingType.UNKNOWN_KIND,
                Shortened.quoted(kind) + " in version " + Shortened.quoted(apiVersion) + hint);
        return Verdict.refused(Stage.KIND, findings.list());
    }

    /** The versions of this kind that are judged, for a hint. */
    private static List<String> versionsOf(String name) {
        return Kinds.all().stream()
                .filter(kind -> kind.name().equals(name) && kind.isJudged())
                .map(Kind::apiVersion)
                .sorted()
                .toList();
    }

    /** Returns whether the object is a CustomResourceDefinition of a version that a server serves. */
    public static boolean isDefinition(String apiVersion, String kind) {
        return kind.equals("CustomResourceDefinition") && apiVersion.equals("apiextensions.k8s.io/v1");
    }

    /**
     * Returns whether the kind can be a custom resource. Groups of custom resources are domain names; those under {@code k8s.io} may be add-ons of the Kubernetes project.
     */
    public static boolean isCustom(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        if (slash <= 0 || kind.isEmpty() || apiVersion.indexOf('/', slash + 1) >= 0) {
            return false;
        }
        String group = apiVersion.substring(0, slash);
        boolean domain = group.indexOf('.') > 0
                && !group.endsWith(".")
                && group.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-');
        return domain && !Kinds.hasGroup(group) && apiVersion.startsWith("v", slash + 1);
    }

    /** Returns the first line of the document, counted from 1. */
    public int line() {
        return line;
    }

    /** Returns the {@code apiVersion} as written; empty if there is none. */
    public String apiVersion() {
        return apiVersion;
    }

    /** Returns the {@code kind} as written; empty if there is none. */
    public String kind() {
        return kind;
    }

    /** Returns the name as written; empty if there is none. */
    public String name() {
        return name;
    }

    /** Returns the namespace as written; empty if there is none. */
    public String namespace() {
        return namespace;
    }

    /** Returns the result of decoding: accepted, refused as malformed or as an unknown kind, or not judged. */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Returns the object as it was written, without any default; empty if it is refused or its kind is not judged.
     *
     * <p>Each call returns a new object, which the caller may change.
     */
    public Optional<HasMetadata> decode() {
        return Optional.ofNullable(decoded).map(fit -> ModelBinder.bind(fit.tree(), fit.schema()));
    }

    /** Returns the tree of an object that can be decoded, without null values; empty for others. */
    public Optional<ObjectNode> tree() {
        return Optional.ofNullable(decoded).map(Decoded::tree);
    }

    /** Returns the object as it was written, with each {@code null}; empty if the text is not an object. */
    public Optional<JsonNode> written() {
        return Optional.ofNullable(written);
    }

    /** Returns the value of a document that is a list, a text or a number, which no object of Kubernetes is. */
    public Optional<JsonNode> notAnObject() {
        return Optional.ofNullable(other);
    }

    /**
     * Returns the line of a field in the text, or of its nearest parent in the text.
     *
     * @param field the field path as in a finding, for example {@code spec.resources[storage]}
     */
    public int lineOf(String field) {
        return line + WrittenLines.of(tree, field) - 1;
    }

    /** A tree that fits the schema of its kind. */
    private record Decoded(ObjectNode tree, ObjectSchema schema) {}
}
