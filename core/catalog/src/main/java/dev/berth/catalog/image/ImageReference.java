package dev.berth.catalog.image;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reference to a container image, split into its parts. A reference without a registry means Docker Hub, and a name
 * without a slash on Docker Hub is an official image in {@code library}.
 *
 * <p>Source: {@code reference.go}, {@code normalize.go} and {@code regexp.go} of distribution/reference, which the kubelet
 * uses to parse an image.
 *
 * @param registry the host, with its port if it has one; defaults to {@code docker.io}
 * @param repository the path within the registry, such as {@code library/postgres}
 * @param tag the tag; empty if the reference has none, which means {@code latest} unless there is a digest
 * @param digest the digest, such as {@code sha256:…}; empty if the reference has none
 */
public record ImageReference(String registry, String repository, Optional<String> tag, Optional<String> digest) {

    private static final String DOCKER_HUB = "docker.io";
    private static final int LONGEST_NAME = 255;

    private static final Pattern REGISTRY =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
                    + "(?::[0-9]+)?");
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIGEST =
            Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9A-Fa-f]{32,}");

    /** Parses a reference. Returns nothing for a text that no container runtime accepts as one. */
    public static Optional<ImageReference> parse(String text) {
        int at = text.indexOf('@');
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
        String tagged = at < 0 ? text : text.substring(0, at);
        int colon = tagged.lastIndexOf(':');
        boolean hasTag = colon > tagged.lastIndexOf('/');
        Optional<String> tag = hasTag ? Optional.of(tagged.substring(colon + 1)) : Optional.empty();
        String name = hasTag ? tagged.substring(0, colon) : tagged;
        int slash = name.indexOf('/');
        boolean hasRegistry = slash > 0 && isRegistry(name.substring(0, slash));
        String registry = hasRegistry ? name.substring(0, slash) : DOCKER_HUB;
        String path = hasRegistry ? name.substring(slash + 1) : name;
        boolean isOfficial = isDockerHub(registry) && path.indexOf('/') < 0;
        ImageReference reference = new ImageReference(
                isDockerHub(registry) ? DOCKER_HUB : registry, isOfficial ? "library/" + path : path, tag, digest);
        return reference.isValid() ? Optional.of(reference) : Optional.empty();
    }

    private static boolean isRegistry(String component) {
        return component.equals("localhost") || component.chars().anyMatch(ImageReference::isOfHostsOnly);
    }

    /** A dot, a port or an upper-case letter cannot be part of the first component of a path on Docker Hub. */
    private static boolean isOfHostsOnly(int letter) {
        return letter == '.' || letter == ':' || (letter >= 'A' && letter <= 'Z');
    }

    private static boolean isDockerHub(String registry) {
        return registry.equals(DOCKER_HUB) || registry.equals("index.docker.io");
    }

    private boolean isValid() {
        return registry.length() + 1 + repository.length() <= LONGEST_NAME
                && REGISTRY.matcher(registry).matches()
                && REPOSITORY.matcher(repository).matches()
                && tag.filter(text -> !TAG.matcher(text).matches()).isEmpty()
                && digest.filter(text -> !DIGEST.matcher(text).matches()).isEmpty();
    }

    /** The last component of the repository, such as {@code postgres}. Mirrors and proxies usually keep it. */
    public String name() {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /** The component before the name, such as {@code library} or {@code bitnami}; empty if there is none. */
    public String organization() {
        String[] components = repository.split("/", -1);
        return components.length < 2 ? "" : components[components.length - 2];
    }

    /** The reference in full, such as {@code docker.io/library/postgres:17}. */
    @Override
    public String toString() {
        return registry
                + "/"
                + repository
                + tag.map(text -> ":" + text).orElse("")
                + digest.map(text -> "@" + text).orElse("");
    }
}
