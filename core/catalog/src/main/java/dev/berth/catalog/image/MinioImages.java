package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.List;

/** MinIO. The image names no user, so the server runs as root. Its command line names the data directory. */
final class MinioImages {

    private MinioImages() {}

    static List<KnownImage> all() {
        return List.of(KnownImage.of(
                        Product.MINIO, Source.of("minio/minio", "0031b1205f", "Dockerfile.release"), "minio/minio")
                .tags(TagForm.RELEASE_DATE)
                .data("/data", "/data")
                .dataDirectoryVariables("MINIO_VOLUMES")
                .startsAs("root")
                .runs(ServerCommand.of("minio", "server", "docker-entrypoint.sh")
                        .data("/"))
                .user(0, 0)
                .build());
    }
}
