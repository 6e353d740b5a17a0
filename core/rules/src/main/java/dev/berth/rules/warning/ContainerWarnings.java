package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The warnings of the containers of a pod, and of what the pod shares with them: amounts, variables, profiles. */
final class ContainerWarnings {
    static final Rule FRACTION = new Rule("fraction-of-a-byte", PodWarnings.FUNCTION, PodWarnings.FILE);
    private static final Rule ENV = new Rule("env-hidden", PodWarnings.FUNCTION, PodWarnings.FILE);
    private static final Rule APPARMOR = new Rule("apparmor-annotation", PodWarnings.FUNCTION, PodWarnings.FILE);

    private static final List<String> LISTS = List.of("initContainers", "containers", "ephemeralContainers");
    private static final List<String> IN_BYTES = List.of("memory", "ephemeral-storage");
    private static final String APPARMOR_PREFIX = "container.apparmor.security.beta.kubernetes.io/";
    private static final String SECCOMP_PREFIX = "container.seccomp.security.alpha.kubernetes.io/";

    private final JsonNode annotations;
    private final JsonNode spec;
    private final FieldPath metaPath;
    private final FieldPath path;
    private final WarningList warnings;

    ContainerWarnings(JsonNode annotations, JsonNode spec, FieldPath metaPath, FieldPath path, WarningList warnings) {
        this.annotations = annotations;
        this.spec = spec;
        this.metaPath = metaPath;
        this.path = path;
        this.warnings = warnings;
    }

    void check(boolean isPod) {
        amounts(spec.path("overhead"), path.child("overhead"));
        PortOverlaps ports = new PortOverlaps(warnings);
        for (String list : LISTS) {
            JsonNode containers = spec.path(list);
            for (int i = 0; i < containers.size(); i++) {
                FieldPath at = path.child(list).index(i);
                container(containers.get(i), isPod, at);
                ports.check(containers.get(i).path("ports"), at.child("ports"));
            }
        }
    }

    private void container(JsonNode container, boolean isPod, FieldPath at) {
        String name = Tree.text(container, "name");
        JsonNode security = container.path("securityContext");
        if (!security.hasNonNull("seccompProfile") && annotations.has(SECCOMP_PREFIX + name)) {
            PodWarnings.seccomp(SECCOMP_PREFIX + name, metaPath, warnings);
        }
        boolean windows = isPod && Tree.text(spec.path("os"), "name").equals("windows");
        String key = APPARMOR_PREFIX + name;
        if (annotations.has(key) && !security.hasNonNull("appArmorProfile") && !windows) {
            apparmor(key);
        }
        JsonNode limits = container.path("resources").path("limits");
        JsonNode requests = container.path("resources").path("requests");
        amounts(limits, at.child("resources", "limits"));
        amounts(requests, at.child("resources", "requests"));
        if (isPod) {
            // The server copies a limit to an absent request of a Pod, but not of a template.
            for (String resource : IN_BYTES) {
                if (!requests.has(resource)) {
                    amount(
                            limits.path(resource),
                            at.child("resources", "requests").key(resource));
                }
            }
        }
        env(container.path("env"), at.child("env"));
    }

    private void amounts(JsonNode amounts, FieldPath at) {
        for (String resource : IN_BYTES) {
            amount(amounts.path(resource), at.key(resource));
        }
    }

    private void amount(JsonNode amount, FieldPath at) {
        fraction(amount, at, warnings);
    }

    /** Adds a warning if the number of bytes has a fraction: {@code 512m} is half a byte. */
    static void fraction(JsonNode amount, FieldPath at, WarningList warnings) {
        if (Tree.isFraction(amount)) {
            warnings.add(
                    FRACTION,
                    at,
                    amount.asText() + " is not a whole number of bytes.",
                    "Write M for megabytes or Mi for mebibytes; m means thousandths.");
        }
    }

    /** An annotation that states the same as the field of the pod is harmless. */
    private void apparmor(String key) {
        JsonNode profile = spec.path("securityContext").path("appArmorProfile");
        String annotation = Tree.text(annotations, key);
        String stated = "";
        switch (Tree.text(profile, "type")) {
            case "Unconfined" -> stated = "unconfined";
            case "RuntimeDefault" -> stated = "runtime/default";
            case "Localhost" -> stated = "localhost/" + Tree.text(profile, "localhostProfile");
            default -> {}
        }
        if (stated.isEmpty() || !stated.equals(annotation)) {
            warnings.add(
                    APPARMOR,
                    metaPath.key(key),
                    "This annotation is deprecated.",
                    "Use securityContext.appArmorProfile.");
        }
    }

    private static boolean builds(JsonNode variable, String reference) {
        String value = Tree.text(variable, "value");
        return value.contains(reference) && !value.equals(reference) && !variable.hasNonNull("valueFrom");
    }

    /** A variable may build on an earlier one of the same name: {@code $(PATH):/opt/bin}. */
    private void env(JsonNode env, FieldPath at) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < env.size(); i++) {
            String name = Tree.text(env.get(i), "name");
            if (!names.add(name) && !builds(env.get(i), "$(" + name + ")")) {
                warnings.add(
                        ENV,
                        at.index(i),
                        "It hides the earlier variable " + name
                                + ", and server-side apply refuses two with the same name.",
                        "Remove one of them.");
            }
        }
    }
}
