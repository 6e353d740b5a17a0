package dev.berth.catalog.image;

/**
 * The user and group that a server in an image runs as, from one version on.
 *
 * @param since the first version for which this holds
 * @param variant the text by which tags name the variant of the image, such as {@code alpine}; empty for all others
 * @param user the number of the user
 * @param group the number of the user's primary group
 */
public record ImageUser(ImageVersion since, String variant, long user, long group) {

    boolean isOf(ImageVersion version, String tag) {
        return !version.isOlderThan(since) && tag.contains(variant);
    }
}
