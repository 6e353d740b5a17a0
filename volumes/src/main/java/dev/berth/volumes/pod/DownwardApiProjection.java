package dev.berth.volumes.pod;

import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.List;
import java.util.stream.Stream;

/** Fields of the pod in a {@link ProjectedVolume}; created by {@link VolumeProjection#pod}. */
final class DownwardApiProjection extends VolumeProjection {

    private final List<DownwardApiFile> files;

    DownwardApiProjection(DownwardApiFile first, DownwardApiFile... more) {
        this.files = Stream.concat(Stream.of(first), Stream.of(more)).toList();
    }

    @Override
    void addFilesTo(FilePaths paths) {
        files.forEach(file -> paths.add(file.path(), "the pod's fields"));
    }

    @Override
    io.fabric8.kubernetes.api.model.VolumeProjection toModel() {
        return new VolumeProjectionBuilder()
                .withNewDownwardAPI()
                .withItems(files.stream().map(DownwardApiFile::toModel).toList())
                .endDownwardAPI()
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DownwardApiProjection that && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    @Override
    public String toString() {
        return "DownwardApiProjection" + files;
    }
}
