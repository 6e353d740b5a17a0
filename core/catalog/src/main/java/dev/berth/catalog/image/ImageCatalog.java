package dev.berth.catalog.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All known images, and what follows from them taken together. */
public final class ImageCatalog {

    private static final List<KnownImage> IMAGES = Stream.of(
                    PostgresImages.all(),
                    MySqlImages.all(),
                    MariaDbImages.all(),
                    MongoImages.all(),
                    RedisImages.all(),
                    KafkaImages.all(),
                    SearchImages.all(),
                    CoordinationImages.all(),
                    RabbitMqImages.all(),
                    CassandraImages.all(),
                    MinioImages.all(),
                    TimeSeriesImages.all(),
                    OtherDatabaseImages.all())
            .flatMap(List::stream)
            .toList();

    /** Organizations with images of their own. Their other images are no copies of the official ones. */
    private static final Set<String> ORGANIZATIONS = IMAGES.stream()
            .flatMap(image -> image.repositories().stream())
            .filter(repository -> repository.indexOf('/') > 0)
            .map(repository -> repository.substring(0, repository.indexOf('/')))
            .collect(Collectors.toUnmodifiableSet());

    /** The entries by the last components of their repositories, in the order of the rows. */
    private static final Map<String, List<KnownImage>> BY_NAME = byName();

    /** The last component of a repository that says nothing about the product: that of SQL Server. */
    private static final String SAYS_NOTHING = "server";

    /** Where Linux packages keep data, which self-built images follow. */
    private static final List<String> OF_PACKAGES = List.of(
            // cockroachdb/docs: the example of a systemd unit.
            "/var/lib/cockroach",
            // mongodb/mongo: debian/mongod.conf.
            "/var/lib/mongodb",
            // The package redis-server of Debian: debian/redis-server.install and its redis.conf.
            "/var/lib/redis",
            // apache/zookeeper: the sample configuration of the administrator's guide.
            "/var/lib/zookeeper");

    /** Variables that self-built images use for the data directory, though none of the known images reads them. */
    private static final List<String> OF_SELF_BUILT_IMAGES = List.of("MARIADB_DATA_DIR", "MYSQL_DATADIR");

    private static final SortedSet<String> DATA_PATHS = dataPathsOfImages();
    private static final SortedSet<String> DATA_DIRECTORY_VARIABLES =
            union(KnownImage::dataDirectoryVariables, OF_SELF_BUILT_IMAGES);
    private static final SortedSet<String> FIRST_START_VARIABLES = union(KnownImage::firstStartVariables, List.of());

    private ImageCatalog() {}

    /** All entries. */
    public static List<KnownImage> all() {
        return IMAGES;
    }

    /** The official image of a product. */
    public static KnownImage official(Product product) {
        return IMAGES.stream()
                .filter(image -> image.product() == product)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Finds the entry that describes an image: the one that names the largest part of its repository. An entry for an official
     * image describes the images of that name in any registry and organization, except in an organization that is known to build
     * its own.
     */
    public static Optional<KnownImage> find(ImageReference reference) {
        boolean isOwnBuild = ORGANIZATIONS.contains(reference.organization());
        return named(reference).stream()
                .filter(image ->
                        image.match(reference) > (isOwnBuild ? reference.name().length() : 0))
                .max(Comparator.comparingInt(image -> image.match(reference)));
    }

    private static List<KnownImage> named(ImageReference reference) {
        return BY_NAME.getOrDefault(reference.name(), List.of());
    }

    /**
     * Finds the product in an image and its version. Where no entry describes the image, the last component of its repository
     * decides, because a repackaging by someone unknown usually keeps the name and the form of the tags.
     *
     * @param image the image of a container
     * @return nothing if the name is not that of a known product, or if the tag does not state a version
     */
    public static Optional<ProductVersion> productVersion(String image) {
        return ImageReference.parse(image).flatMap(reference -> find(reference)
                .or(() -> reference.name().equals(SAYS_NOTHING)
                        ? Optional.empty()
                        : named(reference).stream().findFirst())
                .flatMap(known -> reference
                        .tag()
                        .flatMap(known::version)
                        .map(version -> new ProductVersion(known.product(), version))));
    }

    /**
     * The directories that show by their path alone that a database keeps data there. A directory directly below the root, such
     * as {@code /data}, is not among them: any program may use it.
     */
    public static SortedSet<String> dataPaths() {
        return DATA_PATHS;
    }

    /** The variables that move the data directory of some image, or a part of its data. */
    public static SortedSet<String> dataDirectoryVariables() {
        return DATA_DIRECTORY_VARIABLES;
    }

    /** The variables that some image reads only when it initializes an empty data directory. */
    public static SortedSet<String> firstStartVariables() {
        return FIRST_START_VARIABLES;
    }

    private static Map<String, List<KnownImage>> byName() {
        Map<String, List<KnownImage>> images = new HashMap<>();
        for (KnownImage image : IMAGES) {
            image.repositories().stream()
                    .map(repository -> repository.substring(repository.lastIndexOf('/') + 1))
                    .distinct()
                    .forEach(name -> images.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(image));
        }
        return images;
    }

    private static SortedSet<String> dataPathsOfImages() {
        Stream<ImageLayout> layouts = IMAGES.stream().flatMap(image -> image.layouts().stream());
        Stream<String> paths = layouts.flatMap(layout -> layout.isFixed()
                ? Stream.of(layout.mountPath(), layout.dataDirectory())
                : Stream.of(layout.mountPath()));
        return Stream.concat(paths, OF_PACKAGES.stream())
                .filter(path -> path.lastIndexOf('/') > 0)
                .collect(toSortedSet());
    }

    private static SortedSet<String> union(Function<KnownImage, List<String>> variables, List<String> others) {
        return Stream.concat(IMAGES.stream().flatMap(image -> variables.apply(image).stream()), others.stream())
                .collect(toSortedSet());
    }

    private static Collector<String, ?, SortedSet<String>> toSortedSet() {
        return Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet);
    }
}
