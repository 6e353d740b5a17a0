package dev.berth.cel;

import static dev.berth.cel.Expressions.onCreation;
import static dev.berth.cel.Expressions.onUpdate;
import static dev.berth.cel.Expressions.schema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.schema.Schema;
import org.junit.jupiter.api.Test;

/** What is reported for a rule that an object breaks, or that cannot be evaluated. */
class RuleEvaluationTest {
    private static final String NUMBERS =
            "{'type': 'object', 'properties': {'min': {'type': 'integer'}, 'max': {'type': 'integer'}}}";

    @Test
    void the_message_of_a_rule_is_reported_at_its_node() {
        Schema schema = schema(NUMBERS, "rule", "self.min <= self.max", "message", "min is above max");
        assertThat(onCreation(schema, "{'min': 1, 'max': 2}")).isEmpty();
        assertThat(onCreation(schema, "{'min': 3, 'max': 2}")).containsExactly("error INVALID spec: min is above max");
    }

    @Test
    void a_rule_without_a_message_is_reported_itself() {
        Schema schema = schema(NUMBERS, "rule", "self.min <= self.max");
        assertThat(onCreation(schema, "{'min': 3, 'max': 2}"))
                .containsExactly("error INVALID spec: failed rule: self.min <= self.max");
    }

    @Test
    void reason_and_field_path_decide_on_the_cause() {
        Schema schema = schema(
                NUMBERS,
                "rule",
                "has(self.max)",
                "message",
                "set max",
                "reason",
                "FieldValueRequired",
                "fieldPath",
                ".max");
        assertThat(onCreation(schema, "{'min': 3}")).containsExactly("error REQUIRED spec.max: set max");
    }

    @Test
    void a_message_expression_replaces_the_message() {
        Schema schema = schema(
                NUMBERS,
                "rule",
                "self.min <= self.max",
                "message",
                "min is above max",
                "messageExpression",
                "'%d is above %d'.format([self.min, self.max])");
        assertThat(onCreation(schema, "{'min': 3, 'max': 2}")).containsExactly("error INVALID spec: 3 is above 2");
    }

    @Test
    void a_message_expression_that_fails_or_is_empty_is_ignored() {
        for (String expression : new String[] {"string(self.min / 0)", "' '", "'two\\nlines'"}) {
            Schema schema =
                    schema(NUMBERS, "rule", "self.min < 3", "message", "too much", "messageExpression", expression);
            assertThat(onCreation(schema, "{'min': 3}")).containsExactly("error INVALID spec: too much");
        }
    }

    @Test
    void a_transition_rule_is_evaluated_only_if_there_is_an_earlier_value() {
        Schema schema = schema(NUMBERS, "rule", "self.min >= oldSelf.min", "message", "min only grows");
        assertThat(onCreation(schema, "{'min': 1}")).isEmpty();
        assertThat(onUpdate(schema, "{'min': 1}", "{'min': 2}")).isEmpty();
        assertThat(onUpdate(schema, "{'min': 2}", "{'min': 1}")).containsExactly("error INVALID spec: min only grows");
    }

    @Test
    void an_optional_earlier_value_is_absent_on_creation() {
        Schema schema = schema(
                NUMBERS,
                "rule",
                "oldSelf.hasValue() ? self.min >= oldSelf.value().min : self.min == 0",
                "message",
                "start with 0, then grow",
                "optionalOldSelf",
                "true");
        assertThat(onCreation(schema, "{'min': 0}")).isEmpty();
        assertThat(onCreation(schema, "{'min': 1}")).containsExactly("error INVALID spec: start with 0, then grow");
        assertThat(onUpdate(schema, "{'min': 2}", "{'min': 1}"))
                .containsExactly("error INVALID spec: start with 0, then grow");
    }

    @Test
    void a_value_that_did_not_change_gets_a_warning() {
        Schema schema = schema(NUMBERS, "rule", "self.min < 3", "message", "too much");
        assertThat(onUpdate(schema, "{'min': 3}", "{'min': 3}")).containsExactly("warning INVALID spec: too much");
        assertThat(onUpdate(schema, "{'min': 3}", "{'min': 4}")).containsExactly("error INVALID spec: too much");
    }

    @Test
    void a_rule_that_cannot_be_evaluated_is_reported_and_not_passed() {
        Schema missing = schema(NUMBERS, "rule", "self.min < self.max", "message", "min is above max");
        assertThat(onCreation(missing, "{'min': 3}"))
                .containsExactly("error INVALID spec: the rule cannot be evaluated: no such key: max; rule: "
                        + "min is above max");
        Schema zero = schema(NUMBERS, "rule", "10 / self.min > 1");
        assertThat(onCreation(zero, "{'min': 0}"))
                .containsExactly("error INVALID spec: the rule cannot be evaluated: division by zero; rule: "
                        + "10 / self.min > 1");
        assertThat(onUpdate(zero, "{'min': 0}", "{'min': 0}")).hasSize(1);
    }

    @Test
    void an_operand_that_decides_hides_the_error_of_the_other() {
        assertThat(onCreation(schema(NUMBERS, "rule", "self.max > 1 || true"), "{}"))
                .isEmpty();
        assertThat(onCreation(schema(NUMBERS, "rule", "!(self.max > 1 && false)"), "{}"))
                .isEmpty();
    }

    @Test
    void a_rule_that_does_not_compile_is_reported_for_each_object() {
        Schema schema = schema(NUMBERS, "rule", "self.mim < 3", "message", "too much");
        assertThat(onCreation(schema, "{'min': 1}"))
                .containsExactly("error INVALID spec: the rule does not compile: undefined field 'mim' at 1:5; rule: "
                        + "too much");
    }

    @Test
    void a_rule_that_runs_too_long_ends_the_evaluation() {
        Schema schema = schema(
                "{'type': 'array', 'items': {'type': 'integer'}}",
                "rule",
                "self.all(a, self.all(b, self.all(c, a + b + c >= 0)))",
                "message",
                "no negative sums");
        String numbers = "[" + "1, ".repeat(99) + "1]";
        assertThat(onCreation(schema, numbers))
                .containsExactly("error INVALID spec: the rule runs too long, and no other rule is evaluated; rule: "
                        + "no negative sums");
    }

    @Test
    void a_rule_of_several_lines_is_reported_in_one() {
        Schema schema = schema(NUMBERS, "rule", "self.min < 3 &&\n    self.min > 0");
        assertThat(onCreation(schema, "{'min': 3}"))
                .containsExactly("error INVALID spec: failed rule: self.min < 3 && self.min > 0");
    }
}
