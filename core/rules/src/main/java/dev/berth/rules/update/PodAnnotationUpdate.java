package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import java.util.Set;
import java.util.TreeSet;

/** The annotations of a Pod that the kubelet reads when it starts the Pod. */
final class PodAnnotationUpdate {
    private static final Rule RULE = Rule.core("pod-annotations", "ValidatePodSpecificAnnotationUpdates");
    private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final String MIRROR = "kubernetes.io/config.mirror";

    private PodAnnotationUpdate() {}

    static void check(Update update, Findings findings) {
        JsonNode before = update.old("metadata", "annotations");
        JsonNode after = update.now("metadata", "annotations");
        Set<String> keys = new TreeSet<>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            if ((key.startsWith(APPARMOR) || key.equals(MIRROR))
                    && !before.path(key).equals(after.path(key))) {
                findings.forbidden(
                        RULE,
                        FieldPath.of("metadata", "annotations").key(key),
                        "cannot change, because it is read when the Pod starts");
            }
        }
    }
}
