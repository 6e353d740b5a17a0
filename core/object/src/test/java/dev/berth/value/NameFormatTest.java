package dev.berth.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormatTest {

    private static final String A63 = "a".repeat(63);

    @ParameterizedTest
    @CsvSource({
        "DNS_SUBDOMAIN, a",
        "DNS_SUBDOMAIN, 0",
        "DNS_SUBDOMAIN, my.db-0.example.com",
        "DNS_LABEL, postgres-0",
        "DNS_LABEL, 0db",
        "DNS_1035_LABEL, db-0",
        "DNS_1035_LABEL, a",
        "PORT_NAME, http",
        "PORT_NAME, 8080-tcp",
        "PORT_NAME, a23456789012345",
        "QUALIFIED_NAME, app",
        "QUALIFIED_NAME, App_1.x",
        "QUALIFIED_NAME, example.com/App",
        "QUALIFIED_NAME, a/b",
        "LABEL_VALUE, ''",
        "LABEL_VALUE, a",
        "LABEL_VALUE, A_b.C-9",
        "CONFIG_KEY, postgresql.conf",
        "CONFIG_KEY, .hidden",
        "CONFIG_KEY, A_B-c",
        "CONFIG_KEY, a..b",
        "ENV_NAME, PGDATA",
        "ENV_NAME, _x",
        "ENV_NAME, my.var-1"
    })
    void accepts_what_kubernetes_accepts(NameFormat format, String name) {
        assertThat(format.accepts(name)).isTrue();
        assertThat(format.require("Thing", name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "DNS_SUBDOMAIN, ''",
        "DNS_SUBDOMAIN, My",
        "DNS_SUBDOMAIN, a_b",
        "DNS_SUBDOMAIN, -a",
        "DNS_SUBDOMAIN, a-",
        "DNS_SUBDOMAIN, a..b",
        "DNS_SUBDOMAIN, .a",
        "DNS_SUBDOMAIN, a.-b",
        "DNS_SUBDOMAIN, é",
        "DNS_LABEL, a.b",
        "DNS_LABEL, A",
        "DNS_LABEL, ''",
        "DNS_LABEL, a-",
        "DNS_1035_LABEL, 0db",
        "DNS_1035_LABEL, a.b",
        "DNS_1035_LABEL, -a",
        "PORT_NAME, 8080",
        "PORT_NAME, a--b",
        "PORT_NAME, -a",
        "PORT_NAME, HTTP",
        "PORT_NAME, a_b",
        "QUALIFIED_NAME, ''",
        "QUALIFIED_NAME, /a",
        "QUALIFIED_NAME, a/",
        "QUALIFIED_NAME, a/b/c",
        "QUALIFIED_NAME, Example.com/a",
        "QUALIFIED_NAME, a b",
        "QUALIFIED_NAME, _a",
        "LABEL_VALUE, a b",
        "LABEL_VALUE, -a",
        "LABEL_VALUE, a.",
        "LABEL_VALUE, a/b",
        "CONFIG_KEY, ''",
        "CONFIG_KEY, .",
        "CONFIG_KEY, ..",
        "CONFIG_KEY, ..a",
        "CONFIG_KEY, a/b",
        "CONFIG_KEY, a b",
        "ENV_NAME, ''",
        "ENV_NAME, 1A",
        "ENV_NAME, A=B",
        "ENV_NAME, .",
        "ENV_NAME, ..a",
        "ENV_NAME, A B"
    })
    void refuses_what_some_server_refuses(NameFormat format, String name) {
        assertThat(format.accepts(name)).isFalse();
        assertThatThrownBy(() -> format.require("Thing", name))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("Thing: Invalid value: \"" + name + "\": must be ");
    }

    @Test
    void a_message_states_the_rule_of_the_format() {
        assertThatThrownBy(() -> NameFormat.DNS_SUBDOMAIN.require("ConfigMap: metadata.name", "Bad_Name"))
                .hasMessage("ConfigMap: metadata.name: Invalid value: \"Bad_Name\": must be lower case letters, digits,"
                        + " '-' or '.', and start and end with a letter or digit");
        assertThatThrownBy(() -> NameFormat.DNS_LABEL.require("Container: name", "a.b"))
                .hasMessage("Container: name: Invalid value: \"a.b\": must be lower case letters, digits or '-', and"
                        + " start and end with a letter or digit");
        assertThatThrownBy(() -> NameFormat.DNS_1035_LABEL.require("Service: metadata.name", "0db"))
                .hasMessage("Service: metadata.name: Invalid value: \"0db\": must be lower case letters, digits or '-',"
                        + " start with a letter, and end with a letter or digit");
        assertThatThrownBy(() -> NameFormat.PORT_NAME.require("Port name", "8080"))
                .hasMessage("Port name: Invalid value: \"8080\": must be lower case letters, digits or single '-', with"
                        + " at least one letter, and start and end with a letter or digit");
        assertThatThrownBy(() -> NameFormat.QUALIFIED_NAME.require("labels", "a b"))
                .hasMessage("labels: Invalid value: \"a b\": must be letters, digits, '-', '_' or '.', start and end"
                        + " with a letter or digit, and have at most 63 characters, with an optional DNS prefix such as"
                        + " example.com/");
        assertThatThrownBy(() -> NameFormat.LABEL_VALUE.require("labels[a]", "a b"))
                .hasMessage("labels[a]: Invalid value: \"a b\": must be empty, or letters, digits, '-', '_' or '.', and"
                        + " start and end with a letter or digit");
        assertThatThrownBy(() -> NameFormat.CONFIG_KEY.require("key", ".."))
                .hasMessage(
                        "key: Invalid value: \"..\": must be letters, digits, '-', '_' or '.', and neither be '.' nor"
                                + " start with '..'");
        assertThatThrownBy(() -> NameFormat.ENV_NAME.require("EnvVar name", "1A"))
                .hasMessage(
                        "EnvVar name: Invalid value: \"1A\": must be letters, digits, '-', '_' or '.', not start with"
                                + " a digit, and neither be '.' nor start with '..'");
    }

    @ParameterizedTest
    @CsvSource({
        "DNS_SUBDOMAIN, 253",
        "DNS_LABEL, 63",
        "DNS_1035_LABEL, 63",
        "PORT_NAME, 15",
        "LABEL_VALUE, 63",
        "CONFIG_KEY, 253"
    })
    void a_format_has_a_maximum_length(NameFormat format, int longest) {
        assertThat(format.accepts("a".repeat(longest))).isTrue();
        assertThatThrownBy(() -> format.require("Thing", "a".repeat(longest + 1)))
                .hasMessage("Thing: Invalid value: \"" + "a".repeat(longest + 1) + "\": must have at most " + longest
                        + " characters, but has " + (longest + 1));
    }

    @Test
    void each_part_of_a_qualified_name_has_its_own_maximum_length() {
        String prefix253 = A63 + "." + A63 + "." + A63 + "." + "a".repeat(61);
        assertThat(NameFormat.QUALIFIED_NAME.accepts(A63)).isTrue();
        assertThat(NameFormat.QUALIFIED_NAME.accepts(A63 + "a")).isFalse();
        assertThat(NameFormat.QUALIFIED_NAME.accepts(prefix253 + "/" + A63)).isTrue();
        assertThat(NameFormat.QUALIFIED_NAME.accepts(prefix253 + "a/" + "a")).isFalse();
    }

    @Test
    void each_key_and_each_value_of_labels_is_checked() {
        assertThat(NameFormat.requireLabels("labels", Map.of("app", "db"))).isEqualTo(Map.of("app", "db"));
        assertThatThrownBy(() -> NameFormat.requireLabels("labels", Map.of("a b", "c")))
                .hasMessageStartingWith("labels: Invalid value: \"a b\": ");
        assertThatThrownBy(() -> NameFormat.requireLabels("labels", Map.of("app", "c d")))
                .hasMessageStartingWith("labels[app]: Invalid value: \"c d\": ");
    }

    @Test
    void the_prefix_of_an_annotation_may_have_upper_case_letters_and_its_value_may_be_any_string() {
        assertThatCode(() -> NameFormat.requireAnnotations("annotations", Map.of("Example.com/Note", "a b\n{}")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> NameFormat.requireAnnotations("annotations", Map.of("a b", "")))
                .hasMessageStartingWith("annotations: Invalid value: \"a b\": ");
    }

    @Test
    void annotations_may_have_at_most_256_kib_in_total() {
        assertThatCode(() -> NameFormat.requireAnnotations("annotations", Map.of("a", "x".repeat(262143))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> NameFormat.requireAnnotations("annotations", Map.of("a", "x".repeat(262142) + "é")))
                .hasMessage("annotations: Too long: must have at most 262144 bytes, but has 262145");
    }
}
