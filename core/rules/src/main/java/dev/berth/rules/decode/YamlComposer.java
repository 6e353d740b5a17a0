package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.rules.Findings;
import dev.berth.rules.written.WrittenArray;
import dev.berth.rules.written.WrittenObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Builds the tree of one YAML document, within limits that no real manifest comes near. */
final class YamlComposer {
    /** Nothing that Kubernetes reads is nested deeper than about thirty levels. */
    static final int DEEPEST = 100;
    /** A document within the server's size limit has fewer nodes, except if aliases multiply them. */
    private static final int MOST_NODES = 1_000_000;

    private final ParserImpl parser;
    private final Findings duplicates;
    private final SurrogateEscapes surrogates;
    private final Map<String, JsonNode> anchors = new HashMap<>();
    private final Map<String, Integer> anchorSizes = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    /** The path from the root to the parser's position: keys and indexes. */
    private final List<Object> way = new ArrayList<>();

    private final Map<Event.ID, Content> contents = new EnumMap<>(Map.of(
            Event.ID.Scalar, (event, depth) -> scalar((ScalarEvent) event),
            Event.ID.SequenceStart, (event, depth) -> sequence(depth),
            Event.ID.MappingStart, (event, depth) -> mapping(line(event), depth),
            Event.ID.Alias, (event, depth) -> alias((AliasEvent) event)));

    private int nodes;
    private int line = 1;

    /** Reads the node that an event starts. */
    private interface Content {
        JsonNode read(Event event, int depth) throws UnreadableException;
    }

    private YamlComposer(String text, Findings duplicates) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(text), options);
        this.duplicates = duplicates;
        this.surrogates = new SurrogateEscapes(text);
    }

    /**
     * Returns the first document of the text, or null if there is none; adds duplicate keys to the findings. Its maps
     * and lists know their lines.
     */
    static @Nullable JsonNode compose(String text, Findings duplicates) throws UnreadableException {
        return new YamlComposer(text, duplicates).document(text);
    }

    private @Nullable JsonNode document(String text) throws UnreadableException {
        try {
            while (parser.peekEvent() != null) {
                Event event = next();
                if (event instanceof NodeEvent) {
                    JsonNode root = node(event, 0);
                    Event end = next();
                    if (!end.is(Event.ID.DocumentEnd)) {
                        throw unreadable(end, "more than one value in a document");
                    }
                    return root;
                }
            }
            if (text.lines().anyMatch(written -> written.startsWith("%"))) {
                // kubectl takes the --- after it as the end of the document, and go-yaml then finds no document.
                throw new UnreadableException(1, "not YAML: a directive (%) without a document");
            }
            return null;
        } catch (MarkedYAMLException syntax) {
            int at = syntax.getProblemMark() == null
                    ? 1
                    : syntax.getProblemMark().getLine() + 1;
            throw new UnreadableException(at, "not YAML: " + oneLine(syntax.getProblem()));
        } catch (YAMLException syntax) {
            throw new UnreadableException(1, "not YAML: " + oneLine(syntax.getMessage()));
        } catch (NumberFormatException escape) {
            // SnakeYAML converts the digits of an escape without checking that there are any.
            throw new UnreadableException(line, "not YAML: an escape in double quotes that is not a character");
        }
    }

    private Event next() throws UnreadableException {
        Event event = parser.getEvent();
        line = line(event);
        if (surrogates.isIn(event)) {
            throw unreadable(event, "not YAML: an escape in double quotes for half of a surrogate pair, as in JSON");
        }
        return event;
    }

    private JsonNode node(Event event, int depth) throws UnreadableException {
        if (depth > DEEPEST) {
            throw unreadable(event, "nested deeper than " + DEEPEST + " levels");
        }
        count(event, 1);
        String anchor = event instanceof AliasEvent ? null : ((NodeEvent) event).getAnchor();
        int before = nodes;
        if (anchor != null) {
            open.add(anchor);
        }
        JsonNode node = content(event, depth);
        if (anchor != null) {
            open.remove(anchor);
            anchors.put(anchor, node);
            anchorSizes.put(anchor, nodes - before + 1);
        }
        return node;
    }

    private JsonNode content(Event event, int depth) throws UnreadableException {
        Content content = contents.get(event.getEventId());
        if (content == null) {
            throw unreadable(event, "not YAML: unexpected " + event.getEventId());
        }
        return content.read(event, depth);
    }

    private static JsonNode scalar(ScalarEvent scalar) throws UnreadableException {
        boolean plain = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
        JsonNode value = YamlScalar.value(scalar.getTag(), plain, scalar.getValue());
        if (value == null) {
            throw unreadable(scalar, "a value that JSON does not have, or that does not match its tag");
        }
        return value;
    }

    private ArrayNode sequence(int depth) throws UnreadableException {
        WrittenArray list = new WrittenArray();
        Event next = next();
        while (!next.is(Event.ID.SequenceEnd)) {
            list.nextStandsAt(line(next));
            way.add(list.size());
            list.add(node(next, depth + 1));
            way.remove(way.size() - 1);
            next = next();
        }
        return list;
    }

    private ObjectNode mapping(int start, int depth) throws UnreadableException {
        WrittenObject map = new WrittenObject(start);
        Event next = next();
        while (!next.is(Event.ID.MappingEnd)) {
            if (isMerge(next)) {
                count(next, 1);
                merge(map, node(next(), depth + 1), next);
            } else {
                String key = key(next);
                way.add(key);
                if (map.has(key) && map.isWritten(key)) {
                    duplicates.add(DecodeRules.DUPLICATE_KEY, here(), FindingType.MALFORMED, "the key is a duplicate");
                } else {
                    map.standsAt(key, line(next));
                }
                map.set(key, node(next(), depth + 1));
                way.remove(way.size() - 1);
            }
            next = next();
        }
        return map;
    }

    private FieldPath here() {
        FieldPath path = FieldPath.root();
        for (Object step : way) {
            path = step instanceof Integer index ? path.index(index) : path.child((String) step);
        }
        return path;
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
                && scalar.getTag() == null
                && scalar.getValue().equals("<<");
    }

    /** Merged keys replace the keys above them and are replaced by those below; of several maps, the first wins. */
    private void merge(ObjectNode into, JsonNode source, Event at) throws UnreadableException {
        if (source instanceof ObjectNode map) {
            count(at, map.size());
            into.setAll(map);
        } else if (source instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (!list.get(i).isObject()) {
                    throw unreadable(at, "the value of a merge key (<<) must be a list of maps");
                }
                merge(into, list.get(i), at);
            }
        } else {
            throw unreadable(at, "the value of a merge key (<<) must be a map");
        }
    }

    private String key(Event event) throws UnreadableException {
        count(event, 1);
        String key;
        if (event instanceof AliasEvent alias) {
            JsonNode target = alias(alias);
            key = target.isNull() || target.isContainerNode() ? null : target.asText();
        } else if (event instanceof ScalarEvent scalar) {
            boolean plain = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
            key = YamlScalar.key(scalar.getTag(), plain, scalar.getValue());
            if (scalar.getAnchor() != null) {
                anchors.put(scalar.getAnchor(), scalar(scalar));
                anchorSizes.put(scalar.getAnchor(), 1);
            }
        } else {
            throw unreadable(event, "a key must be a scalar");
        }
        if (key == null) {
            throw unreadable(event, "a key must be a string, a number or a boolean");
        }
        return key;
    }

    private JsonNode alias(AliasEvent alias) throws UnreadableException {
        String name = alias.getAnchor();
        if (open.contains(name)) {
            throw unreadable(alias, "*" + name + " contains itself");
        }
        JsonNode target = anchors.get(name);
        if (target == null) {
            throw unreadable(alias, "*" + name + " refers to an anchor that is not above it");
        }
        count(alias, anchorSizes.getOrDefault(name, 1));
        return target.isContainerNode() ? target.deepCopy() : target;
    }

    private void count(Event event, int more) throws UnreadableException {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw unreadable(event, "aliases make it larger than " + MOST_NODES + " values");
        }
    }

    private static UnreadableException unreadable(Event event, String message) {
        return new UnreadableException(line(event), message);
    }

    private static int line(Event event) {
        return event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "cannot be parsed" : text.lines().findFirst().orElse("cannot be parsed");
    }
}
