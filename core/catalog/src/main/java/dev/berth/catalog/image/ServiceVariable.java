package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;
import java.util.Locale;

/**
 * A variable that the kubelet sets for a Service, such as {@code KAFKA_PORT} for a Service {@code kafka}, and that an image
 * reads as a setting of its own.
 *
 * @param repositories the repositories of the image
 * @param name the variable; if it ends with an underscore, all variables that start with it
 * @param since the first version that reads it
 * @param until the first version that no longer reads it; empty if all newer ones do
 * @param unless a variable of the container with which the image does not fail; empty if there is none
 * @param isFatal whether the container certainly ends
 * @param effect what the image does with the variable, as a clause: {@code its start script refuses it}
 * @param source where the image reads it
 */
public record ServiceVariable(
        List<String> repositories,
        String name,
        ImageVersion since,
        String until,
        String unless,
        boolean isFatal,
        String effect,
        Source source) {

    /** What follows the name of the Service in the variable with its address. */
    private static final String ADDRESS = "_PORT";

    /** Copies the list. */
    public ServiceVariable {
        repositories = List.copyOf(repositories);
    }

    static ServiceVariable fatal(String name, String effect, Source source, String... repositories) {
        return new ServiceVariable(List.of(repositories), name, ImageVersion.of("0"), "", "", true, effect, source);
    }

    /** A variable that only makes some uses of the image fail. */
    static ServiceVariable wrong(String name, String effect, Source source, String... repositories) {
        return new ServiceVariable(List.of(repositories), name, ImageVersion.of("0"), "", "", false, effect, source);
    }

    ServiceVariable since(String version) {
        return new ServiceVariable(
                repositories, name, ImageVersion.of(version), until, unless, isFatal, effect, source);
    }

    ServiceVariable until(String version) {
        return new ServiceVariable(repositories, name, since, version, unless, isFatal, effect, source);
    }

    ServiceVariable unless(String variable) {
        return new ServiceVariable(repositories, name, since, until, variable, isFatal, effect, source);
    }

    /** Returns whether an image reads the variable; a tag without a version counts as the newest. */
    boolean isReadBy(ImageReference image) {
        return isOf(image)
                && image.tag()
                        .flatMap(TagForm.LEADING::version)
                        .map(version -> !version.isOlderThan(since)
                                && (until.isEmpty() || version.isOlderThan(ImageVersion.of(until))))
                        .orElse(until.isEmpty());
    }

    private boolean isOf(ImageReference image) {
        String path = "/" + image.repository();
        for (String repository : repositories) {
            if (path.endsWith("/" + repository)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether these are all variables with a prefix. */
    public boolean isPrefix() {
        return name.endsWith("_");
    }

    /** Returns the name of the only Service for which the kubelet sets the variable. */
    public String service() {
        return name.substring(0, name.length() - ADDRESS.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    /** Returns whether the kubelet sets such a variable for a Service. */
    public boolean isSetFor(String service) {
        return isPrefix() ? of(service).startsWith(name) : service.equals(service());
    }

    /**
     * Returns the variable with the address of a Service, such as {@code KAFKA_PORT}. Source: {@code makeEnvVariableName},
     * {@code pkg/kubelet/envvars/envvars.go}.
     */
    public static String of(String service) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_') + ADDRESS;
    }
}
