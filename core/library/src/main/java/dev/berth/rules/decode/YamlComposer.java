package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.rules.FieldPath;
import dev.berth.rules.FindingType;
import dev.berth.rules.Findings;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Builds the tree of one YAML document, within bounds that no honest manifest comes near. */
final class YamlComposer {
    /** Nothing that Kubernetes reads nests deeper than some thirty levels. */
    private static final int DEEPEST = 100;
    /** A document within the server's size limit has fewer nodes, unless aliases multiply them. */
    private static final int MOST_NODES = 1_000_000;

    private final Iterator<Event> events;
    private final Findings duplicates;
    private final @Nullable Map<String, Integer> lines;
    private final Map<String, JsonNode> anchors = new HashMap<>();
    private final Map<String, Integer> anchorSizes = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int nodes;
    private int line = 1;

    private YamlComposer(String text, Findings duplicates, @Nullable Map<String, Integer> lines) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.events = new Yaml(options).parse(new StringReader(text)).iterator();
        this.duplicates = duplicates;
        this.lines = lines;
    }

    /** The first document of the text, or null where there is none; duplicate keys go to the findings. */
    static @Nullable JsonNode compose(String text, Findings duplicates) throws UnreadableException {
        return new YamlComposer(text, duplicates, null).document();
    }

    /** The line, counted from 1, on which each field of the document stands. */
    static Map<String, Integer> lines(String text) {
        Map<String, Integer> lines = new HashMap<>();
        try {
            new YamlComposer(text, new Findings(), lines).document();
        } catch (UnreadableException brokenFurtherDown) {
            lines.putIfAbsent("", brokenFurtherDown.line());
        }
        return lines;
    }

    private @Nullable JsonNode document() throws UnreadableException {
        try {
            while (events.hasNext()) {
                Event event = next();
                if (event instanceof NodeEvent) {
                    JsonNode root = node(event, FieldPath.root(), 0);
                    Event end = next();
                    if (!end.is(Event.ID.DocumentEnd)) {
                        throw unreadable(end, "more than one value in a document");
                    }
                    return root;
                }
            }
            return null;
        } catch (MarkedYAMLException syntax) {
            int line = syntax.getProblemMark() == null
                    ? 1
                    : syntax.getProblemMark().getLine() + 1;
            throw new UnreadableException(line, "no YAML: " + oneLine(syntax.getProblem()));
        } catch (YAMLException syntax) {
            throw new UnreadableException(1, "no YAML: " + oneLine(syntax.getMessage()));
        } catch (NumberFormatException escape) {
            // SnakeYAML reads the digits of an escape as a number without looking whether there are any.
            throw new UnreadableException(line, "no YAML: an escape in double quotes that names no character");
        }
    }

    private Event next() {
        Event event = events.next();
        line = line(event);
        return event;
    }

    private JsonNode node(Event event, FieldPath path, int depth) throws UnreadableException {
        if (depth > DEEPEST) {
            throw unreadable(event, "nested deeper than " + DEEPEST + " levels");
        }
        count(event, 1);
        if (lines != null) {
            lines.putIfAbsent(path.toString(), line(event));
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        int before = nodes;
        if (anchor != null) {
            open.add(anchor);
        }
        JsonNode node = content(event, path, depth);
        if (anchor != null) {
            open.remove(anchor);
            anchors.put(anchor, node);
            anchorSizes.put(anchor, nodes - before + 1);
        }
        return node;
    }

    private JsonNode content(Event event, FieldPath path, int depth) throws UnreadableException {
        if (event instanceof ScalarEvent scalar) {
            boolean plain = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
            return YamlScalar.resolve(scalar.getTag(), plain, scalar.getValue());
        }
        if (event instanceof SequenceStartEvent) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            Event next = next();
            while (!next.is(Event.ID.SequenceEnd)) {
                list.add(node(next, path.index(list.size()), depth + 1));
                next = next();
            }
            return list;
        }
        if (event instanceof MappingStartEvent) {
            return mapping(path, depth);
        }
        throw unreadable(event, "no YAML: unexpected " + event.getEventId());
    }

    private ObjectNode mapping(FieldPath path, int depth) throws UnreadableException {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        List<JsonNode> merged = new ArrayList<>();
        Event next = next();
        while (!next.is(Event.ID.MappingEnd)) {
            if (isMerge(next)) {
                count(next, 1);
                merged.add(node(next(), path, depth + 1));
            } else {
                Event keyEvent = next;
                String key = key(keyEvent);
                FieldPath child = path.child(key);
                if (lines != null) {
                    lines.putIfAbsent(child.toString(), line(keyEvent));
                }
                JsonNode value = node(next(), child, depth + 1);
                if (map.has(key)) {
                    duplicates.add(DecodeRules.DUPLICATE_KEY, child, FindingType.MALFORMED, "the key is there twice");
                }
                map.set(key, value);
            }
            next = next();
        }
        for (JsonNode source : merged) {
            merge(map, source, next);
        }
        return map;
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
                && scalar.getTag() == null
                && scalar.getValue().equals("<<");
    }

    private void merge(ObjectNode into, JsonNode source, Event at) throws UnreadableException {
        if (source.isObject()) {
            for (Map.Entry<String, JsonNode> entry : source.properties()) {
                count(at, 1);
                into.putIfAbsent(entry.getKey(), entry.getValue());
            }
        } else if (source.isArray()) {
            for (JsonNode element : source) {
                if (!element.isObject()) {
                    throw unreadable(at, "a merge key (<<) takes maps");
                }
                merge(into, element, at);
            }
        } else {
            throw unreadable(at, "a merge key (<<) takes a map");
        }
    }

    private String key(Event event) throws UnreadableException {
        count(event, 1);
        JsonNode key;
        if (event instanceof AliasEvent alias) {
            key = alias(alias);
        } else if (event instanceof ScalarEvent scalar) {
            key = content(scalar, FieldPath.root(), 0);
            if (scalar.getAnchor() != null) {
                anchors.put(scalar.getAnchor(), key);
                anchorSizes.put(scalar.getAnchor(), 1);
            }
        } else {
            throw unreadable(event, "a key has to be a single value");
        }
        if (key instanceof NullNode || key.isContainerNode()) {
            throw unreadable(event, "a key has to be text, a number or a boolean");
        }
        return key.asText();
    }

    private JsonNode alias(AliasEvent alias) throws UnreadableException {
        String name = alias.getAnchor();
        if (open.contains(name)) {
            throw unreadable(alias, "*" + name + " contains itself");
        }
        JsonNode target = anchors.get(name);
        if (target == null) {
            throw unreadable(alias, "*" + name + " refers to no anchor above it");
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
