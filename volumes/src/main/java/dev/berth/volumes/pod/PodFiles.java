package dev.berth.volumes.pod;

import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.List;
import java.util.stream.Stream;

/** What a pod knows of itself, in a {@link ProjectedVolume}; made by {@link Projection#pod}. */
final class PodFiles extends Projection {

    private final List<PodFile> files;

    PodFiles(PodFile first, PodFile... more) {
        this.files = Stream.concat(Stream.of(first), Stream.of(more)).toList();
    }

    @Override
    void addFilesTo(FilePaths paths) {
        files.forEach(file -> paths.add(file.path(), "the pod's fields"));
    }

    @Override
    VolumeProjection toModel() {
        return new VolumeProjectionBuilder()
                .withNewDownwardAPI()
                .withItems(files.stream().map(PodFile::toModel).toList())
                .endDownwardAPI()
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PodFiles that && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    @Override
    public String toString() {
        return "PodFiles" + files;
    }
}
