package dev.berth.catalog.image;

import java.util.List;

/**
 * Where an image keeps its data, from one version on.
 *
 * @param since the first version for which this holds
 * @param dataDirectory the data directory; {@code {major}} in it stands for the first number of the version
 * @param mountPath where a volume for the data is mounted: the data directory, or a directory above it
 * @param volumes the {@code VOLUME}s that the image declares, for data or for anything else
 */
public record ImageLayout(ImageVersion since, String dataDirectory, String mountPath, List<String> volumes) {

    private static final String MAJOR = "{major}";

    /** Copies the list. */
    public ImageLayout {
        volumes = List.copyOf(volumes);
    }

    /** The data directory of one version. */
    public String dataDirectory(ImageVersion version) {
        return dataDirectory.replace(MAJOR, version.major().toString());
    }

    /** Whether the data directory is the same for every version. */
    boolean isFixed() {
        return !dataDirectory.contains(MAJOR);
    }
}
