package dev.berth.workload;

import dev.berth.config.ConfigContent;
import dev.berth.value.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The pod annotation with the hash of ConfigMaps and Secrets. A change of their content changes it, and so restarts the
 * pods.
 */
final class RestartTriggers {

    static final String ANNOTATION = "berth.dev/content-hash";

    private RestartTriggers() {}

    static void check(String what, List<ConfigContent> triggers, Map<String, String> podAnnotations) {
        if (!triggers.isEmpty() && podAnnotations.containsKey(ANNOTATION)) {
            throw InvalidValueException.of(
                    what + ": podAnnotations[" + ANNOTATION + "]",
                    podAnnotations.get(ANNOTATION),
                    "must not be set together with restartTriggers");
        }
    }

    /** The annotations of the pods, followed by that of the triggers if there are any. */
    static Map<String, String> annotations(Workload workload) {
        Map<String, String> all = new LinkedHashMap<>(workload.podAnnotations());
        List<ConfigContent> triggers = workload.triggers();
        if (!triggers.isEmpty()) {
            all.put(
                    ANNOTATION,
                    triggers.stream().map(ConfigContent::contentHash).collect(Collectors.joining("-")));
        }
        return all;
    }
}
