package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** The path of a field in the text, with list elements by index where findings use names. */
final class WrittenField {
    private WrittenField() {}

    /** Returns {@code spec.containers[0].image} for {@code spec.containers[db].image}, as far as the object has it. */
    static String of(JsonNode object, String field) {
        StringBuilder path = new StringBuilder();
        String list = "";
        JsonNode node = object;
        for (String step : steps(field)) {
            if (node.isArray()) {
                int place = place(list, node, step);
                if (place < 0) {
                    break;
                }
                path.append('[').append(place).append(']');
                node = node.path(place);
            } else {
                String name = path.length() == 0 ? written(object, field, step) : step;
                if (!node.has(name)) {
                    break;
                }
                path.append(path.length() == 0 ? "" : ".").append(name);
                list = name;
                node = node.path(name);
            }
        }
        return path.toString();
    }

    /** Returns whether an object has the field. */
    static boolean isIn(JsonNode object, String field) {
        String list = "";
        JsonNode node = object;
        for (String step : steps(field)) {
            if (node.isArray()) {
                int place = place(list, node, step);
                node = place < 0 ? MissingNode.getInstance() : node.path(place);
            } else {
                list = step;
                node = node.path(step);
            }
        }
        return !node.isMissingNode();
    }

    /** A key of a Secret may be written as a plain string, beside those that are encoded. */
    private static String written(JsonNode object, String field, String step) {
        List<String> steps = steps(field);
        boolean text = step.equals("data")
                && steps.size() > 1
                && object.path("stringData").has(steps.get(1));
        return text ? "stringData" : step;
    }

    private static int place(String list, JsonNode elements, String key) {
        for (int i = 0; i < elements.size(); i++) {
            if (ElementKeys.isKeyOf(list, elements.get(i), key)) {
                return i;
            }
        }
        boolean number = !key.isEmpty() && key.length() < 7 && key.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && Integer.parseInt(key) < elements.size() ? Integer.parseInt(key) : -1;
    }

    private static List<String> steps(String field) {
        List<String> steps = new ArrayList<>();
        int at = 0;
        while (at < field.length()) {
            boolean key = field.charAt(at) == '[';
            int end = key ? field.indexOf(']', at) : nextStep(field, at);
            end = end < 0 ? field.length() : end;
            steps.add(field.substring(key ? at + 1 : at, end));
            at = key ? end + 1 : end;
            at += at < field.length() && field.charAt(at) == '.' ? 1 : 0;
        }
        return steps;
    }

    private static int nextStep(String field, int from) {
        int dot = field.indexOf('.', from);
        int open = field.indexOf('[', from);
        return dot < 0 || (open >= 0 && open < dot) ? open : dot;
    }
}
