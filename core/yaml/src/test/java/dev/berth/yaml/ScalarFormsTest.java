package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form of strings and numbers in the YAML that people read. */
class ScalarFormsTest {

    private final YamlWriter writer = new YamlWriter();

    @Test
    void lines_are_a_literal_block_that_keeps_their_final_line_breaks() {
        var config = new ConfigMapBuilder()
                .addToData("a.conf", "# note: 1\nkey = value\n")
                .addToData("b.conf", "  indented\n\tx\n\nlast")
                .addToData("c.conf", "two\n\n\n")
                .addToData("d.conf", "dos\r\n")
                .build();

        assertThat(writer.toYaml(config)).isEqualTo("""
                        apiVersion: v1
                        kind: ConfigMap
                        data:
                          a.conf: |
                            # note: 1
                            key = value
                          b.conf: |2-
                              indented
                            \tx

                            last
                          c.conf: |+
                            two


                          d.conf: "dos\\r\\n"
                        """);
    }

    @Test
    void a_string_that_some_reader_may_misread_is_double_quoted() {
        Map<String, Object> model = new LinkedHashMap<>();
        int index = 10;
        for (String text : List.of(
                "no",
                "0400",
                "1e3",
                "12:30",
                "2024-01-01",
                "0x1F",
                "12_34",
                "~",
                "=",
                "",
                " a",
                "a: b",
                "a #b",
                "- a",
                "a\tb",
                "\u00a0",
                "\ud83d\ude00\u200b",
                "\"\\")) {
            model.put("k" + index++, text);
        }

        assertThat(writer.toYaml(model)).isEqualTo("""
                        k10: "no"
                        k11: "0400"
                        k12: "1e3"
                        k13: "12:30"
                        k14: "2024-01-01"
                        k15: "0x1F"
                        k16: "12_34"
                        k17: "~"
                        k18: "="
                        k19: ""
                        k20: " a"
                        k21: "a: b"
                        k22: "a #b"
                        k23: "- a"
                        k24: "a\\tb"
                        k25: "\\u00A0"
                        k26: "😀\\u200B"
                        k27: "\\"\\\\"
                        """);
    }

    @Test
    void a_string_that_every_reader_reads_as_a_string_is_plain() {
        Map<String, Object> model = new LinkedHashMap<>();
        int index = 10;
        for (String text : List.of(
                "postgres:17",
                "/var/lib/data",
                "1Gi",
                "250m",
                "25%",
                "-c",
                "--config=a",
                "$(POD_NAME)",
                "key = value",
                "http://a/b#c",
                "it's",
                "10.0.0.0/8",
                "Zürich",
                "chown -R 999:999 /data",
                ".env",
                "<none>")) {
            model.put("k" + index++, text);
        }

        assertThat(writer.toYaml(model)).isEqualTo("""
                        k10: postgres:17
                        k11: /var/lib/data
                        k12: 1Gi
                        k13: 250m
                        k14: 25%
                        k15: -c
                        k16: --config=a
                        k17: $(POD_NAME)
                        k18: key = value
                        k19: http://a/b#c
                        k20: it's
                        k21: 10.0.0.0/8
                        k22: Zürich
                        k23: chown -R 999:999 /data
                        k24: .env
                        k25: <none>
                        """);
    }

    @Test
    void numbers_are_written_as_people_write_them() {
        List<Object> numbers = List.of(
                0,
                -1,
                1_000_000_000,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                new BigInteger("123456789012345678901234567890"),
                1.0,
                0.1,
                -2.5,
                1e10,
                1e-3,
                2e-3,
                1e300,
                1.5e-20,
                new BigDecimal("1.50"),
                new BigDecimal("1E+3"),
                new BigDecimal("0.00012"),
                0.1f);

        assertThat(writer.toYaml(numbers)).isEqualTo("""
                        - 0
                        - -1
                        - 1000000000
                        - -9223372036854775808
                        - 9223372036854775807
                        - 123456789012345678901234567890
                        - 1.0
                        - 0.1
                        - -2.5
                        - 10000000000.0
                        - 0.001
                        - 0.002
                        - 1.0e+300
                        - 0.000000000000000000015
                        - 1.50
                        - 1000
                        - 0.00012
                        - 0.1
                        """);
    }
}
