package dev.berth.lint.service;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of the pods of a StatefulSet, which its governing Service resolves. */
public final class PodNames {

    /** A host name from the DNS, which a pod only has through its Service. */
    private static final Pattern OWN_NAME = Pattern.compile("hostname +(-f|--fqdn|--long)\\b");

    /** The name of a pod, or a variable that may hold it, before a variable that may hold the name of the Service. */
    private static final Pattern SERVICE_IN_VARIABLE = Pattern.compile("(?:-\\d+|[})])\\.\\$[({](\\w+)[)}]");

    private PodNames() {}

    /** Returns whether something in the set uses the names of the pods; true if the set describes its cluster. */
    public static boolean areUsed(ObjectSet set, PodOwner workload, String service) {
        return set.describesCluster()
                || set.namesPodsAt(service)
                || workload.containers().stream()
                        .map(TemplatedPod.Place::container)
                        .anyMatch(container -> texts(container).anyMatch(text -> usesOwn(text, container, service)));
    }

    private static boolean usesOwn(String text, Container container, String service) {
        if (OWN_NAME.matcher(text).find()) {
            return true;
        }
        Matcher variable = SERVICE_IN_VARIABLE.matcher(text);
        while (variable.find()) {
            String name = variable.group(1);
            if (PodOwner.orEmpty(container.getEnv()).stream()
                    .anyMatch(env -> env != null && name.equals(env.getName()) && service.equals(env.getValue()))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the command, the arguments and the variables of a container. */
    static Stream<String> texts(Container container) {
        return Stream.of(
                        PodOwner.orEmpty(container.getCommand()).stream(),
                        PodOwner.orEmpty(container.getArgs()).stream(),
                        PodOwner.orEmpty(container.getEnv()).stream()
                                .filter(Objects::nonNull)
                                .map(EnvVar::getValue))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull);
    }
}
