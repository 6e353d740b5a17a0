package dev.berth.rules.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.rules.server.Expectation;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as {@code sigs.k8s.io/yaml} and {@code sigs.k8s.io/json} read them. */
class NumbersTest {
    private static Expectation deadline(String number) {
        return Expectation.ofPod("activeDeadlineSeconds: " + number);
    }

    @Test
    void a_whole_number_is_an_integer_in_any_yaml_notation() {
        Map<String, Long> numbers = Map.ofEntries(
                Map.entry("3.0", 3L),
                Map.entry("3.", 3L),
                Map.entry("1e3", 1000L),
                Map.entry("0x10", 16L),
                Map.entry("0o17", 15L),
                Map.entry("017", 15L),
                Map.entry("08", 8L),
                Map.entry("0b101", 5L),
                Map.entry("1_000", 1000L),
                Map.entry("+3", 3L),
                Map.entry("!!int 7", 7L),
                Map.entry("!!float 7", 7L),
                Map.entry("! '7'", 7L),
                Map.entry("2.147483647e9", 2147483647L));
        numbers.forEach((text, number) -> {
            Pod pod = (Pod) ManifestReader.read(Expectation.pod("activeDeadlineSeconds: " + text))
                    .get(0)
                    .decode()
                    .orElseThrow();
            assertThat(pod.getSpec().getActiveDeadlineSeconds()).as(text).isEqualTo(number);
            deadline(text).isAccepted();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5", ".5", "1e-3", "1e21", "'3'", "0x", "0b2", "1e400", "1:30", "2026-01-01", "!!str 3"})
    void a_fraction_is_not_read_as_a_whole_number(String text) {
        deadline(text).finds("wrong-type BadRequest spec.activeDeadlineSeconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1e20", "18446744073709551615", "9223372036854775807.0"})
    void an_integer_that_is_too_large_is_out_of_range(String text) {
        deadline(text).finds("number-range BadRequest spec.activeDeadlineSeconds");
    }

    @Test
    void a_large_float_is_an_integer_up_to_the_point_where_json_writes_an_exponent() {
        // Decoded as 10¹⁸, and then outside the range of the field.
        deadline("1e18").finds("active-deadline FieldValueInvalid spec.activeDeadlineSeconds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".inf", "-.INF", ".nan", "!!int 3.5", "!!int x", "!!bool 1", "!!float '0x'", "!!binary '*'"})
    void a_value_that_json_does_not_have_or_that_does_not_match_its_tag_cannot_be_read(String text) {
        Expectation.of("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {k: " + text + "}\n")
                .finds("yaml BadRequest ");
    }

    @Test
    void an_amount_is_accepted_in_every_form_of_a_number() {
        for (String amount :
                new String[] {"1", "0.5", ".5", "1e3", "1e30", "100000000000000000000", "0x10", "' 1Gi '"}) {
            Expectation.ofContainer("resources: {limits: {memory: " + amount + "}}")
                    .isAccepted();
        }
        for (String amount : new String[] {"'0x10'", "'1_000'", "\"1Gi\\n\"", "\"\\t1Gi\"", "yes", "[1]"}) {
            Expectation.ofContainer("resources: {limits: {memory: " + amount + "}}")
                    .finds("quantity BadRequest spec.containers[0].resources.limits.memory");
        }
    }

    @Test
    void a_port_by_number_or_name_accepts_a_whole_number() {
        String service = """
                apiVersion: v1
                kind: Service
                metadata: {name: s}
                spec: {ports: [{port: 80, targetPort: %s}]}
                """;
        Service read = (Service)
                ManifestReader.read(service.formatted("0x50")).get(0).decode().orElseThrow();
        assertThat(read.getSpec().getPorts().get(0).getTargetPort().getIntVal()).isEqualTo(80);
        Expectation.of(service.formatted("80.0")).isAccepted();
        Expectation.of(service.formatted("80.5")).finds("int-or-string BadRequest spec.ports[0].targetPort");
        Expectation.of(service.formatted("3000000000")).finds("number-range BadRequest spec.ports[0].targetPort");
    }

    @Test
    void a_number_as_a_key_is_the_string_that_go_writes() {
        Map<String, String> keys = Map.of(
                "1.10", "1.1",
                "0x10", "16",
                "1e5", "100000",
                "1.123456789", "1.1234568",
                "0.00012", "0.00012",
                "yes", "true");
        keys.forEach((written, key) -> assertThat(ManifestReader.read("kind: ConfigMap\n" + written + ": x")
                        .get(0)
                        .written()
                        .orElseThrow()
                        .has(key))
                .as(written)
                .isTrue());
        // 1e+06 and 1e-05, which are not valid keys of a ConfigMap
        String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {%s: x}\n";
        Expectation.of(map.formatted("1000000.0")).finds("config-key FieldValueInvalid data[1e+06]");
        Expectation.of(map.formatted("0.00001")).isAccepted();
        Expectation.of(map.formatted("18446744073709551615")).finds("yaml BadRequest ");
    }

    @Test
    void bytes_may_be_a_list_of_numbers() {
        String secret = "{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {k: %s}}";
        Expectation.of(secret.formatted("[104, 105]")).isAccepted();
        Expectation.of(secret.formatted("[]")).isAccepted();
        Expectation.of(secret.formatted("[256]")).finds("number-range BadRequest data.k[0]");
        Expectation.of(secret.formatted("[a]")).finds("wrong-type BadRequest data.k[0]");
    }
}
