package dev.berth.rules.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.rules.Findings;
import dev.berth.rules.written.WrittenArray;
import dev.berth.rules.written.WrittenObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Builds the trees of a JSON text: one value after the other, optionally with white space between them.
 *
 * <p>Kubectl reads what starts with a brace as JSON first, and as YAML if it is not JSON; JSON allows what YAML on one
 * line does not, such as tabs, {@code \/}, and characters that are written as two escapes. Mirrors {@code
 * YAMLOrJSONDecoder} in {@code staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go}.
 */
final class JsonComposer {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(YamlComposer.DEEPEST)
                    .maxStringLength(ManifestReader.LARGEST_DOCUMENT)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonComposer(JsonParser parser) {
        this.parser = parser;
    }

    static JsonComposer of(String text) throws IOException {
        return new JsonComposer(FACTORY.createParser(text));
    }

    /**
     * Returns the next value, or null after the last one; adds duplicate keys to the findings.
     *
     * @throws IOException if the text is not JSON
     */
    @Nullable JsonNode next(Findings duplicates) throws IOException {
        JsonToken token = parser.nextToken();
        return token == null ? null : value(token, FieldPath.root(), duplicates);
    }

    /** Returns the number of characters read, to the end of the last value. */
    int end() {
        return (int) parser.currentLocation().getCharOffset();
    }

    private JsonNode value(JsonToken token, FieldPath path, Findings duplicates) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(path, duplicates);
            case START_ARRAY -> array(path, duplicates);
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            default -> NullNode.getInstance();
        };
    }

    private JsonNode object(FieldPath path, Findings duplicates) throws IOException {
        WrittenObject object = new WrittenObject(line());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (object.has(key)) {
                FindingType type = FindingType.MALFORMED;
                duplicates.add(DecodeRules.DUPLICATE_KEY, path.child(key), type, "the key is a duplicate");
            } else {
                object.standsAt(key, line());
            }
            JsonToken token = parser.nextToken();
            object.set(key, value(token, token.isScalarValue() ? path : path.child(key), duplicates));
        }
        return object;
    }

    private JsonNode array(FieldPath path, Findings duplicates) throws IOException {
        WrittenArray list = new WrittenArray();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            list.nextStandsAt(line());
            list.add(value(token, token.isScalarValue() ? path : path.index(list.size()), duplicates));
            token = parser.nextToken();
        }
        return list;
    }

    /** Kubectl keeps 64-bit integers, and sends every other number as a float. */
    private JsonNode number() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return LongNode.valueOf(parser.getLongValue());
        }
        double number = Double.parseDouble(parser.getText());
        if (Double.isInfinite(number)) {
            throw new IOException("a number that does not fit into a 64-bit float");
        }
        return GoNumber.written(number);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
