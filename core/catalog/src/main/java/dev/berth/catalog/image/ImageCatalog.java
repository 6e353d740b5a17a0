package dev.berth.catalog.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** All known images, and what follows from them taken together. */
public final class ImageCatalog {

    private static final List<KnownImage> IMAGES = images(
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
            OtherDatabaseImages.all());

    /** Organizations with images of their own. Their other images are no copies of the official ones. */
    private static final Set<String> ORGANIZATIONS = organizations();

    /** The entries by the last components of their repositories, in the order of the rows. */
    private static final Map<String, List<KnownImage>> BY_NAME = byName();

    /** The last component of a repository that says nothing about the product: that of SQL Server. */
    private static final String SAYS_NOTHING = "server";

    /** Variables that self-built images use for the data directory, though none of the known images reads them. */
    private static final List<String> OF_SELF_BUILT_IMAGES = List.of("MARIADB_DATA_DIR", "MYSQL_DATADIR");

    /** The organizations that publish official images: Docker, and the projects in other registries. */
    private static final Set<String> PUBLISHERS =
            Set.of("library", "coreos", "etcd-development", "elasticsearch", "valkey", "redis", "mariadb", "apache");

    /** Words in the names of organizations that mirror Docker Hub. */
    private static final List<String> MIRRORS = List.of("mirror", "proxy", "cache", "dockerhub", "docker-hub", "hub");

    private static final SortedSet<String> DATA_PATHS = dataPathsOfServers();
    private static final SortedSet<String> DATA_DIRECTORY_VARIABLES = dataDirectoryVariablesOfImages();
    private static final SortedSet<String> FIRST_START_VARIABLES = firstStartVariablesOfImages();

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

    /**
     * Finds the entry that describes an image of the publisher or of a mirror. Unlike {@link #find}, it finds nothing for an
     * official name in an organization that may build an image of its own, such as {@code example/postgres}.
     */
    public static Optional<KnownImage> published(ImageReference reference) {
        return find(reference)
                .filter(image -> image.match(reference) > reference.name().length()
                        || isPublisherOrMirror(reference.organization()));
    }

    private static boolean isPublisherOrMirror(String organization) {
        return organization.isEmpty()
                || PUBLISHERS.contains(organization)
                || MIRRORS.stream().anyMatch(organization::contains);
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

    // Loops, because a command that starts cold pays for each lambda.

    @SafeVarargs
    private static List<KnownImage> images(List<KnownImage>... rows) {
        List<KnownImage> images = new ArrayList<>();
        for (List<KnownImage> row : rows) {
            images.addAll(row);
        }
        return List.copyOf(images);
    }

    private static Set<String> organizations() {
        Set<String> organizations = new HashSet<>();
        for (KnownImage image : IMAGES) {
            for (String repository : image.repositories()) {
                if (repository.indexOf('/') > 0) {
                    organizations.add(repository.substring(0, repository.indexOf('/')));
                }
            }
        }
        return organizations;
    }

    private static Map<String, List<KnownImage>> byName() {
        Map<String, List<KnownImage>> images = new HashMap<>();
        for (KnownImage image : IMAGES) {
            for (String repository : image.repositories()) {
                String name = repository.substring(repository.lastIndexOf('/') + 1);
                List<KnownImage> others = images.getOrDefault(name, List.of());
                if (!others.contains(image)) {
                    List<KnownImage> extended = new ArrayList<>(others);
                    extended.add(image);
                    images.put(name, extended);
                }
            }
        }
        return images;
    }

    private static SortedSet<String> dataPathsOfServers() {
        SortedSet<String> paths = new TreeSet<>();
        for (KnownImage image : IMAGES) {
            for (ImageLayout layout : image.layouts()) {
                paths.add(layout.mountPath());
                if (layout.isFixed()) {
                    paths.add(layout.dataDirectory());
                }
            }
        }
        for (PackagedServer server : PackagedServer.all()) {
            paths.add(server.dataDirectory());
        }
        paths.removeIf(path -> path.lastIndexOf('/') == 0);
        return Collections.unmodifiableSortedSet(paths);
    }

    private static SortedSet<String> dataDirectoryVariablesOfImages() {
        SortedSet<String> variables = new TreeSet<>(OF_SELF_BUILT_IMAGES);
        for (KnownImage image : IMAGES) {
            variables.addAll(image.dataDirectoryVariables());
        }
        return Collections.unmodifiableSortedSet(variables);
    }

    private static SortedSet<String> firstStartVariablesOfImages() {
        SortedSet<String> variables = new TreeSet<>();
        for (KnownImage image : IMAGES) {
            variables.addAll(image.firstStartVariables());
        }
        return Collections.unmodifiableSortedSet(variables);
    }
}
