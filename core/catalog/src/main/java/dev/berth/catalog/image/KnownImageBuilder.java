package dev.berth.catalog.image;

import dev.berth.catalog.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the facts of one entry of the catalog. */
final class KnownImageBuilder {

    private static final ImageVersion FIRST = ImageVersion.of("0");

    final Product product;
    final Source source;
    final List<String> repositories;
    TagForm tagForm = TagForm.LEADING;
    final List<ImageLayout> layouts = new ArrayList<>();
    final List<String> dataDirectoryVariables = new ArrayList<>();
    final List<String> firstStartVariables = new ArrayList<>();
    final List<ImageUser> users = new ArrayList<>();
    final List<String> writablePaths = new ArrayList<>();
    boolean needsEmptyDataDirectory;

    @Nullable ImageVersion emptyDataDirectoryUntil;

    final List<DataPart> parts = new ArrayList<>();

    @Nullable String dataWithArguments;

    final List<StartUser> startUsers = new ArrayList<>();
    ServerCommand command = ServerCommand.of();
    final List<String> rewrittenFiles = new ArrayList<>();

    KnownImageBuilder(Product product, Source source, List<String> repositories) {
        this.product = product;
        this.source = source;
        this.repositories = repositories;
    }

    /** Another form of tags than {@link TagForm#LEADING}. */
    KnownImageBuilder tags(TagForm form) {
        tagForm = form;
        return this;
    }

    /** A data directory that is the mount path too, with the declared volumes. */
    KnownImageBuilder data(String directory, String... volumes) {
        return dataSince("0", directory, directory, volumes);
    }

    /** A data directory below the mount path, with the declared volumes. */
    KnownImageBuilder dataBelow(String mountPath, String directory, String... volumes) {
        return dataSince("0", directory, mountPath, volumes);
    }

    /** The data directory and mount path from one version on, after those of older versions. */
    KnownImageBuilder dataSince(String version, String directory, String mountPath, String... volumes) {
        layouts.add(new ImageLayout(ImageVersion.of(version), directory, mountPath, List.of(volumes)));
        return this;
    }

    KnownImageBuilder dataDirectoryVariables(String... names) {
        dataDirectoryVariables.addAll(List.of(names));
        return this;
    }

    /** A part of the data that a variable moves out of the data directory. */
    KnownImageBuilder part(String variable) {
        parts.add(new DataPart(Optional.of(variable), Optional.empty()));
        return dataDirectoryVariables(variable);
    }

    /** A part of the data with a directory of its own, which a variable moves. */
    KnownImageBuilder part(String variable, String directory) {
        parts.add(new DataPart(Optional.of(variable), Optional.of(directory)));
        return dataDirectoryVariables(variable);
    }

    /** A part of the data with a directory of its own. */
    KnownImageBuilder partIn(String directory) {
        parts.add(new DataPart(Optional.empty(), Optional.of(directory)));
        return this;
    }

    KnownImageBuilder dataWithArguments(String directory) {
        dataWithArguments = directory;
        return this;
    }

    /** The {@code USER} of the Dockerfile; {@code root} if it has none. */
    KnownImageBuilder startsAs(String user) {
        return startsAsSince("0", user);
    }

    KnownImageBuilder startsAsSince(String version, String user) {
        startUsers.add(new StartUser(ImageVersion.of(version), "", user));
        return this;
    }

    /** The {@code USER} of the Dockerfile of a variant. */
    KnownImageBuilder startsAsOn(String variant, String user) {
        startUsers.add(new StartUser(FIRST, variant, user));
        return this;
    }

    KnownImageBuilder runs(ServerCommand start) {
        command = start;
        return this;
    }

    KnownImageBuilder rewrites(String... files) {
        rewrittenFiles.addAll(List.of(files));
        return this;
    }

    KnownImageBuilder firstStartVariables(String... names) {
        firstStartVariables.addAll(List.of(names));
        return this;
    }

    /** The user and group of all variants without one of their own. */
    KnownImageBuilder user(long user, long group) {
        return userSince("0", user, group);
    }

    KnownImageBuilder userSince(String version, long user, long group) {
        users.add(new ImageUser(ImageVersion.of(version), "", user, group));
        return this;
    }

    /** The user and group of a variant. */
    KnownImageBuilder userOn(String variant, long user, long group) {
        users.add(new ImageUser(FIRST, variant, user, group));
        return this;
    }

    KnownImageBuilder writes(String... paths) {
        writablePaths.addAll(List.of(paths));
        return this;
    }

    KnownImageBuilder needsEmptyDataDirectory() {
        needsEmptyDataDirectory = true;
        return this;
    }

    KnownImageBuilder needsEmptyDataDirectoryUntil(String version) {
        emptyDataDirectoryUntil = ImageVersion.of(version);
        return this;
    }

    KnownImage build() {
        return new KnownImage(this);
    }
}
