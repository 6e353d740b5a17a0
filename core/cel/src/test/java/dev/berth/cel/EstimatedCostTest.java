package dev.berth.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.FieldPath;
import dev.berth.schema.Schema;
import dev.berth.schema.ValidationRule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions cost at most, given the limits of the schema. */
class EstimatedCostTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type': 'integer'}                  | self > 1 && self < 5                      | 4
            {'type': 'string', 'maxLength': 10}  | self == 'abc'                             | 2
            {'type': 'string', 'maxLength': 10}  | self.startsWith('abc')                    | 2
            {'type': 'string', 'maxLength': 10}  | self.matches('^[a-z]+$')                  | 11
            {'type': 'string', 'maxLength': 100} | isQuantity(self)                          | 41
            {'type': 'string'}                   | isQuantity(self)                          | 314574
            {'type': 'array', 'maxItems': 10, 'items': {'type': 'integer'}} | self.all(x, x > 0) | 52
            {'type': 'array', 'maxItems': 10, 'items': {'type': 'integer'}} | self.sum() == 5    | 12
            {'type': 'object', 'properties': {'a': {'type': 'integer'}}}    | has(self.a)        | 1
            {'type': 'object', 'properties': {'a': {'type': 'integer'}}}    | has(self.a) ? self.a > 2 : true | 4
            """)
    void the_cost_depends_on_the_limits_of_the_schema(String node, String rule, long cost) {
        Schema schema = Schema.of(Expressions.json(node));
        DeclaredType type = Objects.requireNonNull(DeclaredType.of(schema, false));
        ValidationRule entry = new ValidationRule(rule, "", "", "", "", null);
        CompiledRule compiled = CompiledRule.compile(entry, schema, new RuleEnvironment(type));
        assertThat(compiled.problem()).isEmpty();
        assertThat(Objects.requireNonNull(compiled.expression()).mostCost(new SchemaSizes(type)))
                .isEqualTo(cost);
    }

    @Test
    void a_rule_that_costs_too_much_is_refused_with_the_factor() {
        String lists = "{'type': 'array', 'items': {'type': 'string'}}";
        assertThat(refused(Expressions.schema(lists, "rule", "self.all(a, self.all(b, a == b))")))
                .containsExactly(
                        "error FORBIDDEN spec.schema.properties[spec].x-kubernetes-validations[0].rule: the estimated "
                                + "cost of the rule exceeds the limit more than 100 times: simplify it, or set maxItems, "
                                + "maxProperties and maxLength",
                        "error FORBIDDEN spec.schema.properties[spec].x-kubernetes-validations[0].rule: is one of the "
                                + "expressions for which the rules of the schema exceed the limit of their cost",
                        "error FORBIDDEN spec.schema: the estimated cost of all rules exceeds the limit more than 100 "
                                + "times: simplify them, or set maxItems, maxProperties and maxLength");
        String bounded = "{'type': 'array', 'maxItems': 100, 'items': {'type': 'string', 'maxLength': 20}}";
        assertThat(refused(Expressions.schema(bounded, "rule", "self.all(a, self.all(b, a == b))")))
                .isEmpty();
    }

    @Test
    void old_self_needs_a_node_that_corresponds_to_an_earlier_one() {
        String items = "{'type': 'array', 'maxItems': 5, 'items': {'type': 'integer', 'x-kubernetes-validations': "
                + "[{'rule': 'self >= oldSelf'}]}}";
        assertThat(refused(Expressions.schema(items, "rule", "true", "optionalOldSelf", "false")))
                .containsExactly(
                        "error INVALID spec.schema.properties[spec].items.x-kubernetes-validations[0].rule: oldSelf "
                                + "cannot be used below spec.schema.properties[spec], whose items do not correspond to "
                                + "earlier ones",
                        "error INVALID spec.schema.properties[spec].x-kubernetes-validations[0].optionalOldSelf: the "
                                + "rule does not use oldSelf: remove this field");
    }

    private static List<String> refused(Schema schema) {
        return Expressions.texts(new CelRules().checkDefinition(schema, FieldPath.of("spec", "schema"), path -> false));
    }
}
