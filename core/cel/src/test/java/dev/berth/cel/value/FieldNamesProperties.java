package dev.berth.cel.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;

/** The names of fields in expressions. */
class FieldNamesProperties {

    @Example
    void special_characters_and_reserved_words_are_escaped() {
        assertThat(FieldNames.escape("a-b.c/d")).contains("a__dash__b__dot__c__slash__d");
        assertThat(FieldNames.escape("a__b")).contains("a__underscores__b");
        assertThat(FieldNames.escape("namespace")).contains("__namespace__");
        assertThat(FieldNames.escape("namespaces")).contains("namespaces");
        assertThat(FieldNames.escape("1st")).isEmpty();
        assertThat(FieldNames.escape("a b")).isEmpty();
        assertThat(FieldNames.escape("")).isEmpty();
    }

    @Example
    void an_unknown_sequence_is_not_a_field() {
        assertThat(FieldNames.unescape("a__colon__b")).isEmpty();
        assertThat(FieldNames.unescape("a__in__")).isEmpty();
        assertThat(FieldNames.unescape("__in__")).contains("in");
        assertThat(FieldNames.reserved("__in__")).contains("in");
        assertThat(FieldNames.reserved("name")).isEmpty();
    }

    @Property
    void an_identifier_leads_back_to_its_field(
            @ForAll @NotEmpty @CharRange(from = 'a', to = 'e') @Chars({'-', '.', '/', '7'}) String field) {
        FieldNames.escape(field).ifPresent(identifier -> {
            assertThat(identifier).matches("[A-Za-z_][A-Za-z0-9_]*");
            assertThat(FieldNames.unescape(identifier)).contains(field);
        });
    }
}
