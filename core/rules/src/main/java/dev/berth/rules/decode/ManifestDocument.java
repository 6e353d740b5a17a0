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

/** One object of a text: what it says it is, where it stands, and whether it can be decoded. */
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

    /** {@code line} is the one at which the text of the document starts, counted from 1. */
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
        ObjectSchema schema = known == null || !known.isJudged() ? null : KindSchemas.of(known);
        if (tree == null) {
            this.verdict = Verdict.refused(Stage.DECODE, findings.list());
            this.decoded = null;
        } else if (schema == null) {
            this.verdict = unknownKind();
            this.decoded = null;
        } else {
            new StrictDecoder(findings).object(tree, schema, FieldPath.root());
            boolean fits = findings.isEmpty();
            this.verdict = fits ? Verdict.accepted() : Verdict.refused(Stage.DECODE, findings.list());
            this.decoded = fits ? new Decoded(tree, schema) : null;
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

    private Verdict unknownKind() {
        if (Kinds.of(apiVersion, kind).isPresent() || isCustom(apiVersion, kind)) {
            return Verdict.notJudged();
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

    /** Groups of custom resources are domain names; those under {@code k8s.io} may be add-ons of the project. */
    private static boolean isCustom(String apiVersion, String kind) {
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

    /** The line on which the document starts, counted from 1. */
    public int line() {
        return line;
    }

    /** The {@code apiVersion} as written; empty where there is none. */
    public String apiVersion() {
        return apiVersion;
    }

    /** The {@code kind} as written; empty where there is none. */
    public String kind() {
        return kind;
    }

    /** The name as written; empty where there is none. */
    public String name() {
        return name;
    }

    /** The namespace as written; empty where there is none. */
    public String namespace() {
        return namespace;
    }

    /** What decoding says: accepted, refused as malformed or as an unknown kind, or a kind that is not judged. */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * The object, as it was written and without any default; empty where it is refused or its kind is not judged.
     *
     * <p>Each call answers an object of its own, which the caller may change.
     */
    public Optional<HasMetadata> decode() {
        return Optional.ofNullable(decoded).map(fit -> ModelBinder.bind(fit.tree(), fit.schema()));
    }

    /** The tree of an object that can be decoded, without what is null; empty for others. */
    public Optional<ObjectNode> tree() {
        return Optional.ofNullable(decoded).map(Decoded::tree);
    }

    /** The object as it was written, each {@code null} in its place; empty where the text is no object. */
    public Optional<JsonNode> written() {
        return Optional.ofNullable(written);
    }

    /**
     * The line of a field in the text that was read, or of the nearest one around it that is written there.
     *
     * @param field as a finding names it, for example {@code spec.resources[storage]}
     */
    public int lineOf(String field) {
        return line + WrittenLines.of(tree, field) - 1;
    }

    /** A tree that fits the schema of its kind. */
    private record Decoded(ObjectNode tree, ObjectSchema schema) {}
}
