package dev.berth.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Compares each format with the rule of Kubernetes, stated again character by character and without a pattern. */
class NameFormatProperties {

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> few = Arbitraries.strings().withChars("ab0Z-._/ é").ofMaxLength(8);
        Arbitrary<String> atTheLimits = Arbitraries.of(14, 15, 16, 62, 63, 64, 252, 253, 254)
                .flatMap(length -> Arbitraries.strings().withChars("a0-.").ofLength(length));
        return Arbitraries.frequencyOf(Tuple.of(8, few), Tuple.of(1, atTheLimits));
    }

    @Property
    void a_dns_label_has_lower_case_letters_digits_and_inner_dashes(@ForAll("names") String name) {
        assertThat(NameFormat.DNS_LABEL.accepts(name)).isEqualTo(isLabel(name) && name.length() <= 63);
    }

    @Property
    void a_dns_subdomain_is_labels_separated_by_dots(@ForAll("names") String name) {
        boolean expected = name.length() <= 253 && parts(name, "\\.").stream().allMatch(NameFormatProperties::isLabel);
        assertThat(NameFormat.DNS_SUBDOMAIN.accepts(name)).isEqualTo(expected);
    }

    @Property
    void the_name_of_a_service_is_a_label_that_starts_with_a_letter(@ForAll("names") String name) {
        assertThat(NameFormat.DNS_1035_LABEL.accepts(name))
                .isEqualTo(NameFormat.DNS_LABEL.accepts(name) && isLower(name.charAt(0)));
    }

    @Property
    void a_port_name_has_a_letter_and_no_two_dashes_in_a_row(@ForAll("names") String name) {
        boolean expected = isLabel(name)
                && name.length() <= 15
                && !name.contains("--")
                && name.chars().anyMatch(NameFormatProperties::isLower);
        assertThat(NameFormat.PORT_NAME.accepts(name)).isEqualTo(expected);
    }

    @Property
    void the_value_of_a_label_is_empty_or_a_qualified_name_without_a_prefix(@ForAll("names") String name) {
        assertThat(NameFormat.LABEL_VALUE.accepts(name))
                .isEqualTo(name.isEmpty() || (isNamePart(name) && name.length() <= 63));
    }

    @Property
    void a_qualified_name_is_a_name_with_or_without_a_subdomain_before_a_slash(@ForAll("names") String name) {
        List<String> parts = parts(name, "/");
        String last = parts.get(parts.size() - 1);
        boolean prefix = parts.size() == 1 || (parts.size() == 2 && NameFormat.DNS_SUBDOMAIN.accepts(parts.get(0)));
        assertThat(NameFormat.QUALIFIED_NAME.accepts(name))
                .isEqualTo(prefix && isNamePart(last) && last.length() <= 63);
    }

    @Property
    void a_key_is_any_of_its_characters_but_not_a_backstep(@ForAll("names") String name) {
        boolean expected = !name.isEmpty()
                && name.length() <= 253
                && name.chars().allMatch(c -> isAlphanumeric(c) || "-._".indexOf(c) >= 0)
                && !name.equals(".")
                && !name.startsWith("..");
        assertThat(NameFormat.CONFIG_KEY.accepts(name)).isEqualTo(expected);
        assertThat(NameFormat.ENV_NAME.accepts(name) && name.length() <= 253)
                .isEqualTo(expected && !isDigit(name.charAt(0)));
    }

    private static boolean isLabel(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> isLower(c) || isDigit(c) || c == '-')
                && !name.startsWith("-")
                && !name.endsWith("-");
    }

    private static boolean isNamePart(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> isAlphanumeric(c) || "-._".indexOf(c) >= 0)
                && isAlphanumeric(name.charAt(0))
                && isAlphanumeric(name.charAt(name.length() - 1));
    }

    private static boolean isAlphanumeric(int c) {
        return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static List<String> parts(String name, String separator) {
        return Arrays.asList(name.split(separator, -1));
    }
}
