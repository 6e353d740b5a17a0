package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.rules.Findings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads manifests as kubectl does: YAML 1.1 or JSON, documents separated by {@code ---}, lists split into their items.
 *
 * <p>Reading any text returns documents and throws nothing: a document that cannot be read has a verdict that reports
 * it, and the others are read anyway.
 */
public final class ManifestReader {
    /** The maximum size of a request to the API server: {@code MaxRequestBodyBytes} in its default configuration. */
    static final int LARGEST_DOCUMENT = 3 * 1024 * 1024;

    private ManifestReader() {}

    /** Returns the documents of a text in order, without empty ones. */
    public static List<ManifestDocument> read(String text) {
        List<ManifestDocument> documents = new ArrayList<>();
        try {
            split(new StringReader(text), part -> documents.addAll(read(part)));
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return documents;
    }

    /**
     * Splits a text of any length, and passes on one document at a time without keeping the others.
     *
     * @throws IOException if the reader throws it
     */
    public static void split(Reader text, Consumer<ManifestText> taker) throws IOException {
        DocumentSplitter parts = new DocumentSplitter(text, LARGEST_DOCUMENT);
        while (parts.hasNext()) {
            taker.accept(parts.next());
        }
    }

    /** Returns the objects of one document: one, several if it is a list, none if it is empty. */
    public static List<ManifestDocument> read(ManifestText text) {
        List<ManifestDocument> documents = new ArrayList<>(1);
        read(text, documents);
        return documents;
    }

    /**
     * Returns the document of a model object, which is checked against the same schema as text, including its
     * additional properties.
     */
    public static ManifestDocument of(HasMetadata model) {
        ObjectNode tree = ModelBinder.tree(model);
        return new ManifestDocument(1, tree, new Findings());
    }

    /** Returns the document of an object as a tree of fields, which is not changed. */
    public static ManifestDocument of(JsonNode object) {
        Findings findings = new Findings();
        if (object instanceof ObjectNode tree) {
            return new ManifestDocument(1, tree.deepCopy(), findings);
        }
        unreadable(findings, "the document is not an object with an apiVersion and a kind");
        return new ManifestDocument(1, null, findings);
    }

    private static void read(ManifestText part, List<ManifestDocument> documents) {
        if (part.length() > LARGEST_DOCUMENT) {
            Findings findings = new Findings();
            findings.add(
                    DecodeRules.TOO_LARGE,
                    FieldPath.root(),
                    FindingType.MALFORMED,
                    "the document has " + part.length() + " characters, but the server accepts at most "
                            + LARGEST_DOCUMENT);
            documents.add(new ManifestDocument(part.line(), null, findings));
            return;
        }
        if (!mayBeJson(part.text()) || !addJson(part, documents)) {
            addYaml(part, documents);
        }
    }

    /** Returns whether the text starts with a brace. */
    private static boolean mayBeJson(String text) {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '{';
    }

    /** Adds the objects of a JSON text; returns false if it is not JSON. */
    private static boolean addJson(ManifestText part, List<ManifestDocument> documents) {
        int values = 0;
        int end = 0;
        try {
            JsonComposer json = JsonComposer.of(part.text());
            Findings findings = new Findings();
            for (JsonNode root = json.next(findings); root != null; root = json.next(findings)) {
                addRoot(part.line(), root, findings, documents);
                values++;
                end = json.end();
                findings = new Findings();
            }
        } catch (IOException noJson) {
            if (values == 0) {
                return false;
            }
            // It may still be YAML, for example if a comment follows the object.
            int lines = (int) part.text().substring(0, end).lines().count() - 1;
            String rest = part.text().substring(end);
            addYaml(new ManifestText(rest, part.line() + lines, rest.length()), documents);
        }
        return true;
    }

    private static void addYaml(ManifestText part, List<ManifestDocument> documents) {
        Findings findings = new Findings();
        try {
            JsonNode root = YamlComposer.compose(part.text(), findings);
            if (root != null && !root.isNull()) {
                addRoot(part.line(), root, findings, documents);
            }
        } catch (UnreadableException problem) {
            String rewritten = GoYamlText.forSnakeYaml(part.text());
            if (!rewritten.equals(part.text())) {
                addYaml(new ManifestText(rewritten, part.line(), part.length()), documents);
                return;
            }
            int at = part.line() + problem.line() - 1;
            unreadable(findings, "line " + at + ": " + problem.getMessage());
            documents.add(new ManifestDocument(at, null, findings));
        }
    }

    private static void addRoot(int line, JsonNode root, Findings findings, List<ManifestDocument> documents) {
        if (root instanceof ObjectNode object) {
            addObjects(line, object, findings, documents);
        } else {
            unreadable(findings, "the document is not an object with an apiVersion and a kind");
            documents.add(new ManifestDocument(line, findings, root));
        }
    }

    private static void unreadable(Findings findings, String detail) {
        findings.add(DecodeRules.UNREADABLE, FieldPath.root(), FindingType.MALFORMED, detail);
    }

    private static void addObjects(int line, ObjectNode object, Findings findings, List<ManifestDocument> documents) {
        JsonNode items = object.get("items");
        boolean list = object.path("kind").asText().endsWith("List") && items != null && items.isArray();
        if (!list) {
            documents.add(new ManifestDocument(line, object, findings));
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            String place = "items[" + i + "]";
            Findings own = new Findings();
            if (items.get(i) instanceof ObjectNode item) {
                findings.list().stream()
                        .filter(finding -> finding.field().startsWith(place + "."))
                        .forEach(finding -> own.add(
                                DecodeRules.DUPLICATE_KEY,
                                FieldPath.of(finding.field().substring(place.length() + 1)),
                                FindingType.MALFORMED,
                                "the key is a duplicate"));
                documents.add(new ManifestDocument(line, item, own));
            } else {
                unreadable(own, place + " is not an object with an apiVersion and a kind");
                documents.add(new ManifestDocument(line, null, own));
            }
        }
    }
}
