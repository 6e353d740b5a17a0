package dev.berth.rules.pod;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of tolerations in an annotation, which is no longer used but still checked: {@code
 * ValidateTolerationsInPodAnnotations}.
 */
final class TolerationAnnotation {
    static final String NAME = "scheduler.alpha.kubernetes.io/tolerations";

    private static final Rule JSON = Rule.core("toleration-annotation", "ValidateTolerationsInPodAnnotations");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TolerationAnnotation() {}

    static void check(String text, FieldPath annotations, Findings findings) {
        if (text.isEmpty()) {
            return;
        }
        Optional<List<Toleration>> tolerations = read(text);
        if (tolerations.isPresent()) {
            SchedulingRules.tolerations(tolerations.get(), annotations.child(NAME), findings);
        } else {
            findings.invalid(JSON, annotations, NAME, "must be a list of tolerations in JSON");
        }
    }

    private static Optional<List<Toleration>> read(String text) {
        try {
            JsonNode list = MAPPER.readTree(text);
            List<Toleration> tolerations = new ArrayList<>();
            for (JsonNode element : list) {
                Toleration toleration = new Toleration();
                if (!element.isNull() && !fill(toleration, element)) {
                    return Optional.empty();
                }
                tolerations.add(toleration);
            }
            return list.isArray() || list.isNull() ? Optional.of(tolerations) : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** Copies the fields, whose names Go compares without case; returns whether each has the right type. */
    private static boolean fill(Toleration toleration, JsonNode object) {
        boolean fits = object.isObject();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (value.isNull()) {
                continue;
            }
            switch (name) {
                case "key" -> toleration.setKey(value.textValue());
                case "operator" -> toleration.setOperator(value.textValue());
                case "value" -> toleration.setValue(value.textValue());
                case "effect" -> toleration.setEffect(value.textValue());
                case "tolerationseconds" -> toleration.setTolerationSeconds(value.longValue());
                default -> {
                    continue;
                }
            }
            boolean seconds = name.equals("tolerationseconds");
            fits &= seconds ? value.isIntegralNumber() && value.canConvertToLong() : value.isTextual();
        }
        return fits;
    }
}
