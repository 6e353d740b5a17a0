package dev.berth.lint.server;

import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.KnownImage;
import dev.berth.catalog.image.ServerTrait;
import dev.berth.lint.rule.ContainerEnv;
import dev.berth.lint.rule.ContainerImage;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A container that keeps running, whose image the catalog knows.
 *
 * @param workload the workload of the container
 * @param place the container, with its field path
 * @param image what the catalog knows about the image
 * @param tag the tag of the image; empty if it has none
 * @param env the variables of the container
 */
record Server(PodOwner workload, TemplatedPod.Place place, KnownImage image, String tag, ContainerEnv env) {

    /** Returns the servers of the judged objects. */
    static List<Server> all(ObjectSet set) {
        return set.view(All.class, Server::find).servers();
    }

    /** Several rules ask about the same container, so each is looked up once. */
    private record All(List<Server> servers, IdentityHashMap<Container, Optional<Server>> byContainer) {}

    private static All find(ObjectSet set) {
        List<Server> servers = new ArrayList<>();
        IdentityHashMap<Container, Optional<Server>> byContainer = new IdentityHashMap<>();
        for (PodOwner workload : set.workloads()) {
            for (TemplatedPod.Place place : workload.containers()) {
                Optional<Server> server = known(set, workload, place);
                byContainer.put(place.container(), server);
                if (place.keepsRunning() && server.isPresent()) {
                    servers.add(server.get());
                }
            }
        }
        return new All(List.copyOf(servers), byContainer);
    }

    /** Returns what is known about a container; empty if the catalog does not know its image. */
    static Optional<Server> of(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        Optional<Server> judged =
                set.view(All.class, Server::find).byContainer().get(place.container());
        return judged == null ? known(set, workload, place) : judged;
    }

    private static Optional<Server> known(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        Optional<ContainerImage> image = ContainerImage.of(set, place.container());
        if (image.isEmpty() || image.get().known().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Server(
                workload,
                place,
                image.get().known().get(),
                image.get().reference().tag().orElse(""),
                ContainerEnv.of(set, workload, place.container())));
    }

    Container container() {
        return place.container();
    }

    /** The version that the tag states. */
    Optional<ImageVersion> version() {
        return tag.isEmpty() ? Optional.empty() : image.version(tag);
    }

    /** The name of the product, for messages. */
    String label() {
        return image.product().label();
    }

    boolean has(ServerTrait trait) {
        return trait.isOf(image.product());
    }

    /** The command and the arguments of the container, with the values of its variables. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (String word : PodOwner.orEmpty(container().getCommand())) {
            words.add(env.expand(word == null ? "" : word));
        }
        for (String word : PodOwner.orEmpty(container().getArgs())) {
            words.add(env.expand(word == null ? "" : word));
        }
        return words;
    }

    /**
     * Whether the container runs the server itself: it has no command of its own, or names a program that starts the server.
     * Source: the entry points of the images, which run any other program as it is.
     */
    boolean runsServer() {
        List<String> words = words();
        if (words.isEmpty() || image.command().programs().isEmpty()) {
            return !image.command().programs().isEmpty();
        }
        String first = words.get(0);
        boolean hasCommand = !PodOwner.orEmpty(container().getCommand()).isEmpty();
        return image.command().programs().contains(first.substring(first.lastIndexOf('/') + 1))
                || (!hasCommand && (first.startsWith("-") || first.endsWith(".conf")));
    }
}
