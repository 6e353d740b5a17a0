package dev.berth.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class TextMapProperties {

    @Property
    void it_answers_what_a_hash_map_answers(
            @ForAll @Size(max = 400) List<@StringLength(max = 3) String> keys,
            @ForAll List<@StringLength(max = 3) String> others) {
        TextMap<Integer> map = new TextMap<>();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            // A lone surrogate has no form in UTF-8, and no name of a Kubernetes object can contain one.
            String key = keys.get(i).codePoints().noneMatch(TextMapProperties::isSurrogate) ? keys.get(i) : "";
            map.putIfAbsent(key, i);
            expected.putIfAbsent(key, i);
        }
        expected.forEach((key, value) -> assertThat(map.get(key)).as(key).contains(value));
        for (String other : others) {
            if (other.codePoints().noneMatch(TextMapProperties::isSurrogate)) {
                assertThat(map.has(other)).as(other).isEqualTo(expected.containsKey(other));
            }
        }
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
