package dev.berth.review.effect;

import dev.berth.review.model.ConfigReader;
import dev.berth.review.model.PodTemplate;
import java.util.List;
import java.util.Optional;

/**
 * The container that gives a running server its changed configuration, as the pods state it: the recipes add the
 * annotation if the declaration asks for it.
 *
 * @param pods the pods
 * @param name the name of the container
 */
record ReloadContainer(PodTemplate pods, String name) {

    private static final String ANNOTATION = "berth.dev/reload-container";

    /** The container of the pods that reloads what these readers read, if it is one of them. */
    static Optional<ReloadContainer> of(PodTemplate pods, List<ConfigReader> readers) {
        String name = pods.metadata().path("annotations").path(ANNOTATION).asText();
        return readers.stream().anyMatch(reader -> reader.container().name().equals(name))
                ? Optional.of(new ReloadContainer(pods, name))
                : Optional.empty();
    }

    /** What the container does with the new value. */
    String effect() {
        return "the container " + name + " of " + pods.owner().kind() + " "
                + pods.owner().id().name();
    }

    /** The command that prints what the server did not accept. */
    String logs() {
        return "kubectl logs " + Names.argument(pods.owner()) + " --container " + name + Names.namespace(pods.owner());
    }
}
