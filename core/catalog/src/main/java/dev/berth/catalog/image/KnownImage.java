package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is known about an image, and about the images with other names that behave the same. */
public final class KnownImage {

    private static final ImageVersion FIRST = ImageVersion.of("0");

    private final Product product;
    private final Source source;
    private final List<String> repositories;
    private final TagForm tagForm;
    private final List<ImageLayout> layouts;
    private final List<String> dataDirectoryVariables;
    private final List<String> firstStartVariables;
    private final List<ImageUser> users;
    private final List<String> writablePaths;
    private final Optional<ImageVersion> emptyDataDirectoryUntil;
    private final boolean needsEmptyDataDirectory;
    private final List<DataPart> parts;
    private final Optional<String> dataWithArguments;
    private final List<StartUser> startUsers;
    private final ServerCommand command;
    private final List<String> rewrittenFiles;

    KnownImage(KnownImageBuilder builder) {
        product = builder.product;
        source = builder.source;
        repositories = List.copyOf(builder.repositories);
        tagForm = builder.tagForm;
        layouts = List.copyOf(builder.layouts);
        dataDirectoryVariables = List.copyOf(builder.dataDirectoryVariables);
        firstStartVariables = List.copyOf(builder.firstStartVariables);
        users = List.copyOf(builder.users);
        writablePaths = List.copyOf(builder.writablePaths);
        needsEmptyDataDirectory = builder.needsEmptyDataDirectory;
        emptyDataDirectoryUntil = Optional.ofNullable(builder.emptyDataDirectoryUntil);
        parts = List.copyOf(builder.parts);
        dataWithArguments = Optional.ofNullable(builder.dataWithArguments);
        startUsers = List.copyOf(builder.startUsers);
        command = builder.command;
        rewrittenFiles = List.copyOf(builder.rewrittenFiles);
    }

    /**
     * Returns a builder for an entry. A repository without a slash is an official image, and matches that name in any
     * registry.
     */
    static KnownImageBuilder of(Product product, Source source, String... repositories) {
        return new KnownImageBuilder(product, source, List.of(repositories));
    }

    /** The product in the image. */
    public Product product() {
        return product;
    }

    /** Where these facts come from. */
    public Source source() {
        return source;
    }

    /** The ends of the repositories that this entry describes, such as {@code postgres} or {@code bitnami/postgresql}. */
    public List<String> repositories() {
        return repositories;
    }

    /** Where the image keeps its data, by version, oldest first. */
    public List<ImageLayout> layouts() {
        return layouts;
    }

    /** Where the image keeps its data at one version. */
    public ImageLayout layout(ImageVersion version) {
        ImageLayout latest = layouts.get(0);
        for (ImageLayout layout : layouts) {
            if (!version.isOlderThan(layout.since())) {
                latest = layout;
            }
        }
        return latest;
    }

    /** The variables that move the data directory, or a part of the data. */
    public List<String> dataDirectoryVariables() {
        return dataDirectoryVariables;
    }

    /** The parts of the data that the server keeps outside its data directory, or that a variable moves there. */
    public List<DataPart> parts() {
        return parts;
    }

    /** The data directory if the container has arguments of its own, none of which names it; usually the same. */
    public Optional<String> dataWithArguments() {
        return dataWithArguments;
    }

    /** The variables that the image reads only when it initializes an empty data directory. */
    public List<String> firstStartVariables() {
        return firstStartVariables;
    }

    /** The users that the server runs as, by version and variant. Empty if the catalog does not say. */
    public List<ImageUser> users() {
        return users;
    }

    /** The user that the server runs as, for an image with this tag. */
    public Optional<ImageUser> user(String tag) {
        ImageVersion version = version(tag).orElse(FIRST);
        return users.stream()
                .filter(user -> user.isOf(version, tag))
                .max(Comparator.comparing((ImageUser user) -> user.variant().length())
                        .thenComparing(ImageUser::since));
    }

    /** The user that an image with this tag starts as. Empty if the catalog does not say. */
    public Optional<StartUser> startUser(String tag) {
        ImageVersion version = version(tag).orElse(FIRST);
        StartUser found = null;
        for (StartUser user : startUsers) {
            if (user.isOf(version, tag)
                    && (found == null
                            || user.variant().length() >= found.variant().length())) {
                found = user;
            }
        }
        return Optional.ofNullable(found);
    }

    /** How the server is started. Its programs are empty if the catalog does not say. */
    public ServerCommand command() {
        return command;
    }

    /** The configuration files that the image or its server rewrites when it starts. */
    public List<String> rewrittenFiles() {
        return rewrittenFiles;
    }

    /** The paths besides the data directory that the server writes to, so they need a volume if the root file system is read-only. */
    public List<String> writablePaths() {
        return writablePaths;
    }

    /** Whether the first start fails if the data directory holds any file, such as {@code lost+found}. */
    public boolean needsEmptyDataDirectory() {
        return needsEmptyDataDirectory;
    }

    /** Whether a start of this version fails if the data directory contains {@code lost+found}. */
    public boolean refusesLostAndFound(ImageVersion version) {
        return needsEmptyDataDirectory
                || emptyDataDirectoryUntil.filter(version::isOlderThan).isPresent();
    }

    /** The version that a tag of this image states. Empty for tags such as {@code latest}. */
    public Optional<ImageVersion> version(String tag) {
        return tagForm.version(tag);
    }

    /** How many characters of a reference this entry names; 0 if it does not describe the image. */
    int match(ImageReference reference) {
        String path = "/" + reference.repository();
        int longest = 0;
        for (String repository : repositories) {
            if (path.endsWith("/" + repository)) {
                longest = Math.max(longest, repository.length());
            }
        }
        return longest;
    }

    @Override
    public String toString() {
        return product.label() + " " + repositories;
    }
}
