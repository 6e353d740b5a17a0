package dev.berth.rules.selector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorsTest {

    private static final Map<String, String> LABELS = Map.of("app", "db", "cpus", "8");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                               | true",
                "{matchLabels: {app: db}}                                         | true",
                "{matchLabels: {app: web}}                                        | false",
                "{matchLabels: {app: db, tier: x}}                                | false",
                "{matchExpressions: [{key: app, operator: In, values: [db, x]}]}  | true",
                "{matchExpressions: [{key: app, operator: NotIn, values: [db]}]}  | false",
                "{matchExpressions: [{key: tier, operator: NotIn, values: [x]}]}  | true",
                "{matchExpressions: [{key: tier, operator: In, values: [x]}]}     | false",
                "{matchExpressions: [{key: app, operator: Exists}]}               | true",
                "{matchExpressions: [{key: tier, operator: Exists}]}              | false",
                "{matchExpressions: [{key: tier, operator: DoesNotExist}]}        | true",
                "{matchExpressions: [{key: app, operator: DoesNotExist}]}         | false"
            })
    void a_label_selector_matches_as_the_server_does(String selector, boolean matches) throws JsonProcessingException {
        LabelSelector read = new YAMLMapper().readValue(selector, LabelSelector.class);
        assertThat(LabelSelectors.matches(read, LABELS)).isEqualTo(matches);
    }

    @Test
    void an_absent_selector_selects_nothing_and_an_empty_one_everything() {
        assertThat(LabelSelectors.matches(null, LABELS)).isFalse();
        assertThat(LabelSelectors.matches(new LabelSelector(), null)).isTrue();
        assertThat(LabelSelectors.selectsEverything(new LabelSelector())).isTrue();
    }
}
