package dev.berth.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.model.ObjectTreeReader;
import dev.berth.rules.server.ServerView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the server treats as the same is not a change, however it is written. */
class SameToTheServerTest {
    private static final JsonNode BASES = bases("/oracle/bases.json");
    private static final Set<String> QUANTITY_MAPS = Set.of("requests", "limits", "capacity", "hard");
    private static final Map<String, List<String>> SPELLINGS = Map.of(
            "1Gi", List.of("1024Mi", "1048576Ki", "1073741824"),
            "2Gi", List.of("2048Mi", "2147483648"),
            "5Gi", List.of("5120Mi"),
            "10Gi", List.of("10240Mi"),
            "100m", List.of("0.1", "100000u"),
            "250m", List.of("0.25", "250000u"),
            "500m", List.of("0.5", "5e-1"),
            "1", List.of("1000m", "1.0"),
            "64Mi", List.of("65536Ki"),
            "128Mi", List.of("131072Ki", "134217728"));

    @Provide
    Arbitrary<String> bases() {
        List<String> names = new ArrayList<>();
        BASES.fieldNames().forEachRemaining(names::add);
        return Arbitraries.of(names);
    }

    @Property(tries = 300)
    void explicit_defaults_are_not_a_change(@ForAll("bases") String name) {
        JsonNode base = BASES.get(name);
        assertThat(findings(base, ServerView.of(base))).isEmpty();
        assertThat(findings(ServerView.of(base), base)).isEmpty();
    }

    @Property(tries = 1000)
    void some_explicit_defaults_are_not_a_change(@ForAll("bases") String name, @ForAll long seed) {
        JsonNode base = BASES.get(name);
        assertThat(findings(base, mixed(base, ServerView.of(base), new Random(seed))))
                .isEmpty();
    }

    @Property(tries = 300)
    void an_amount_in_another_notation_is_not_a_change(@ForAll("bases") String name, @ForAll long seed) {
        JsonNode base = BASES.get(name);
        JsonNode other = respelled("", base.deepCopy(), new Random(seed));
        assertThat(findings(base, other)).isEmpty();
        assertThat(findings(other, base)).isEmpty();
    }

    @Example
    void the_test_respells_amounts_of_the_bases() {
        Random random = new Random(1);
        assertThat(BASES).anySatisfy(base -> assertThat(respelled("", base.deepCopy(), random))
                .isNotEqualTo(base));
    }

    @Property(tries = 300)
    void a_different_order_of_keys_is_not_a_change(@ForAll("bases") String name, @ForAll long seed) {
        JsonNode base = BASES.get(name);
        assertThat(findings(base, shuffled(base, new Random(seed)))).isEmpty();
    }

    @Example
    void a_different_order_of_a_list_is_a_change_to_the_server_too() {
        String set = """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, namespace: demo}
                spec:
                  serviceName: db
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec:
                      containers:
                      - name: db
                        image: db:1
                        env: [{name: A, value: a}, {name: B, value: b}]
                """;
        List<Finding> findings = findings(
                set,
                set.replace("{name: A, value: a}, {name: B, value: b}", "{name: B, value: b}, {name: A, value: a}"));
        assertThat(findings).extracting(Finding::effect).containsExactly(Effect.RESTART);
        assertThat(findings).extracting(Finding::field).containsExactly("spec.template.spec.containers[db].env");
        assertThat(findings)
                .extracting(finding -> finding.requireChange().from())
                .containsExactly("order A, B");
        assertThat(findings).extracting(finding -> finding.requireChange().to()).containsExactly("order B, A");
    }

    private static List<Finding> findings(JsonNode before, JsonNode after) {
        return findings(before.toString(), after.toString());
    }

    private static List<Finding> findings(String before, String after) {
        Review review = Reviewer.review(
                ObjectTreeReader.read("before", "", Map.of("a.yaml", before)),
                ObjectTreeReader.read("after", "", Map.of("a.yaml", after)));
        return review.findings();
    }

    /** Returns the written fields, and a random selection of the fields that the server sets. */
    private static JsonNode mixed(JsonNode written, JsonNode filled, Random random) {
        if (written instanceof ObjectNode own && filled instanceof ObjectNode all) {
            ObjectNode mixed = JsonNodeFactory.instance.objectNode();
            own.properties()
                    .forEach(field -> mixed.set(
                            field.getKey(),
                            all.has(field.getKey())
                                    ? mixed(field.getValue(), all.get(field.getKey()), random)
                                    : field.getValue()));
            all.properties().forEach(field -> {
                if (!own.has(field.getKey()) && random.nextBoolean()) {
                    mixed.set(field.getKey(), field.getValue());
                }
            });
            return mixed;
        }
        if (written instanceof ArrayNode own && filled instanceof ArrayNode all && own.size() == all.size()) {
            ArrayNode mixed = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < own.size(); i++) {
                mixed.add(mixed(own.get(i), all.get(i), random));
            }
            return mixed;
        }
        return written;
    }

    private static JsonNode respelled(String field, JsonNode node, Random random) {
        if (node instanceof ObjectNode fields) {
            for (String name : names(fields)) {
                List<String> others = SPELLINGS.get(fields.get(name).asText());
                if (QUANTITY_MAPS.contains(field) && others != null) {
                    fields.set(name, TextNode.valueOf(others.get(random.nextInt(others.size()))));
                } else {
                    respelled(name, fields.get(name), random);
                }
            }
        } else {
            node.forEach(element -> respelled("", element, random));
        }
        return node;
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode fields) {
            List<String> names = names(fields);
            Collections.shuffle(names, random);
            ObjectNode shuffled = JsonNodeFactory.instance.objectNode();
            names.forEach(name -> shuffled.set(name, shuffled(fields.get(name), random)));
            return shuffled;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode shuffled = JsonNodeFactory.instance.arrayNode();
            list.forEach(element -> shuffled.add(shuffled(element, random)));
            return shuffled;
        }
        return node;
    }

    private static List<String> names(ObjectNode fields) {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode bases(String resource) {
        try (InputStream in = SameToTheServerTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
