package dev.berth.rules.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableReferencesTest {

    @Test
    void the_names_are_returned_in_order() {
        assertThat(VariableReferences.in("$(HOST):$(PORT) $$(ESCAPED) $(open $HOME 5$"))
                .containsExactly("HOST", "PORT");
        assertThat(VariableReferences.in(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "$(KNOWN)/data, value/data",
        "$(UNKNOWN)/data, $(UNKNOWN)/data",
        "$$(KNOWN), $(KNOWN)",
        "$$$(KNOWN), $value",
        "$(KNOWN, $(KNOWN",
        "5$, 5$",
        "${KNOWN}, ${KNOWN}"
    })
    void references_are_replaced_as_the_kubelet_does(String text, String expected) {
        assertThat(VariableReferences.replace(
                        text, name -> name.equals("KNOWN") ? Optional.of("value") : Optional.empty()))
                .isEqualTo(expected);
    }
}
