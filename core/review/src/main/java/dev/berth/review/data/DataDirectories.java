package dev.berth.review.data;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageReference;
import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.KnownImage;
import dev.berth.review.model.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The directories in which the server of a container keeps its data, as far as the catalog of images knows them. */
public final class DataDirectories {
    private static final ImageVersion OLDEST = ImageVersion.of("0");

    private final ContainerVariables variables;
    private final Optional<ImageReference> image;
    private final Optional<KnownImage> known;

    private DataDirectories(ContainerVariables variables, Optional<ImageReference> image) {
        this.variables = variables;
        this.image = image;
        this.known = image.flatMap(ImageCatalog::find);
    }

    /** Returns the directories of a container. */
    public static DataDirectories of(PodTemplate.Container container, MountedData data) {
        return new DataDirectories(
                data.variables(container),
                ImageReference.parse(container.body().path("image").asText()));
    }

    /** Returns the value of a variable that names data directories; empty if the tree does not state one. */
    public Optional<String> value(String variable) {
        return variables.value(variable);
    }

    /** Returns the directory where the image keeps its data if no variable says otherwise; empty if that is not known. */
    public Optional<String> ofImage() {
        return known.filter(found -> found.dataDirectoryVariables().stream()
                        .noneMatch(variable ->
                                variables.mayBeSet(variable) || value(variable).isPresent()))
                .flatMap(this::layout);
    }

    /**
     * Returns the directory where the image keeps its data while this variable is not set; empty if that is not known, or
     * if the variable only moves a part of the data.
     */
    public Optional<String> without(String variable) {
        return known.filter(found -> found.dataDirectoryVariables().indexOf(variable) == 0)
                .filter(found -> !variables.mayBeSet(variable))
                .flatMap(this::layout);
    }

    /** Returns all of them that are known. */
    public List<String> all() {
        List<String> all = new ArrayList<>();
        for (String variable : ImageCatalog.dataDirectoryVariables()) {
            value(variable).ifPresent(value -> all.addAll(List.of(value.split(",", -1))));
        }
        ofImage().ifPresent(all::add);
        return all;
    }

    private Optional<String> layout(KnownImage found) {
        return image.flatMap(reference -> reference.tag().map(found::version).orElse(Optional.of(OLDEST)))
                .map(version -> found.layout(version).dataDirectory(version));
    }
}
