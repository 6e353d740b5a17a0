package dev.berth.cel;

import static dev.berth.cel.Expressions.onCreation;
import static dev.berth.cel.Expressions.onUpdate;
import static dev.berth.cel.Expressions.schema;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rules see the values of an object: the schema decides on their types. */
class ValuesInRulesTest {
    private static final String LIST =
            "{'type': 'array', 'items': {'type': 'integer'}, 'x-kubernetes-list-type': '%s'}";
    private static final String LIST_MAP = "{'type': 'array', 'x-kubernetes-list-type': 'map', "
            + "'x-kubernetes-list-map-keys': ['name'], 'items': {'type': 'object', 'properties': "
            + "{'name': {'type': 'string'}, 'port': {'type': 'integer'}}}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type': 'number'}                                   | 3                    | self == 3.0
            {'type': 'number'}                                   | 3.0                  | type(self) == double
            {'type': 'integer'}                                  | 3                    | type(self) == int && self < 3.5
            {'type': 'string', 'format': 'duration'}             | "90s"                | self == duration('1m30s')
            {'type': 'string', 'format': 'duration'}             | "2 days"             | self == duration('48h')
            {'type': 'string', 'format': 'date'}                 | "2026-02-28"         | self.getDayOfYear() == 58
            {'type': 'string', 'format': 'date-time'}            | "2026-02-28T12:00:00+02:00" | self.getHours() == 10
            {'type': 'string', 'format': 'byte'}                 | "aGk="               | self == b'hi'
            {'x-kubernetes-int-or-string': true}                 | "5%"                 | type(self) == string
            {'x-kubernetes-int-or-string': true}                 | 5                    | self + 1 == 6
            {'type': 'object', 'additionalProperties': {'type': 'integer'}} | {"a-b": 1, "c": 2} | self['a-b'] + self.c == 3
            {'type': 'object', 'properties': {'a-b': {'type': 'string'}}} | {"a-b": "x"} | self.a__dash__b == 'x'
            {'type': 'object', 'properties': {'namespace': {'type': 'string'}}} | {"namespace": "x"} | self.__namespace__ == self.namespace
            {'type': 'object', 'properties': {'a': {'type': 'string', 'nullable': true}}} | {"a": null} | !has(self.a)
            {'type': 'array', 'items': {'type': 'string', 'nullable': true}} | ["a", null] | dyn(self[1]) == null
            """)
    void values_have_the_type_of_their_schema(String schema, String value, String rule) {
        assertThat(onCreation(schema(schema, "rule", rule), value.replace('"', '\'')))
                .isEmpty();
    }

    @Test
    void a_value_of_another_type_makes_only_the_rules_fail_that_use_it() {
        String ports = "{'type': 'array', 'items': {'type': 'integer'}}";
        assertThat(onCreation(schema(ports, "rule", "self.size() == 2"), "[80, 443.0]"))
                .isEmpty();
        assertThat(onCreation(schema(ports, "rule", "self.exists(p, p == 80)"), "[443.0, 80]"))
                .isEmpty();
        assertThat(onCreation(schema(ports, "rule", "self.all(p, p == 80)"), "[80, 443.0]"))
                .containsExactly("error INVALID spec: the rule cannot be evaluated: invalid data, expected int, got "
                        + "float64; rule: self.all(p, p == 80)");
    }

    @Test
    void the_order_counts_in_lists_but_not_in_sets_and_list_maps() {
        String rule = "self == oldSelf";
        assertThat(onUpdate(schema(LIST.formatted("atomic"), "rule", rule), "[1, 2]", "[2, 1]"))
                .hasSize(1);
        assertThat(onUpdate(schema(LIST.formatted("set"), "rule", rule), "[1, 2]", "[2, 1]"))
                .isEmpty();
        String before = "[{'name': 'a', 'port': 1}, {'name': 'b', 'port': 2}]";
        String swapped = "[{'name': 'b', 'port': 2}, {'name': 'a', 'port': 1}]";
        assertThat(onUpdate(schema(LIST_MAP, "rule", rule), before, swapped)).isEmpty();
        String changed = "[{'name': 'b', 'port': 2}, {'name': 'a', 'port': 3}]";
        assertThat(onUpdate(schema(LIST_MAP, "rule", rule), before, changed)).hasSize(1);
    }

    @Test
    void the_sum_of_sets_and_list_maps_has_each_element_once() {
        String sizes = "(self + oldSelf).size() == ";
        assertThat(onUpdate(schema(LIST.formatted("atomic"), "rule", sizes + "4"), "[1, 2]", "[2, 3]"))
                .isEmpty();
        assertThat(onUpdate(schema(LIST.formatted("set"), "rule", sizes + "3"), "[1, 2]", "[2, 3]"))
                .isEmpty();
        String before = "[{'name': 'a', 'port': 1}]";
        String after = "[{'name': 'a', 'port': 2}, {'name': 'b', 'port': 3}]";
        String lastWins = "(self + oldSelf)[0].port == 1 && (self + oldSelf).size() == 2";
        assertThat(onUpdate(schema(LIST_MAP, "rule", lastWins), before, after)).isEmpty();
    }

    @Test
    void items_of_a_list_map_have_an_earlier_value_even_if_they_moved() {
        String items = LIST_MAP.replace(
                "'properties': {'name'",
                "'x-kubernetes-validations': [{'rule': 'self.port >= oldSelf.port'}], 'properties': {'name'");
        String before = "[{'name': 'a', 'port': 1}, {'name': 'b', 'port': 5}]";
        String after = "[{'name': 'b', 'port': 4}, {'name': 'a', 'port': 2}]";
        assertThat(onUpdate(schema(items, "rule", "true"), before, after))
                .containsExactly("error INVALID spec[0]: failed rule: self.port >= oldSelf.port");
    }
}
