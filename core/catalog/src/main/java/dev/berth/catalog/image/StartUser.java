package dev.berth.catalog.image;

/**
 * The user that an image starts its first process as, from one version on: the {@code USER} of its Dockerfile.
 *
 * @param since the first version for which this holds
 * @param variant the text by which tags name the variant of the image, such as {@code ubi}; empty for all others
 * @param name the name or number of the user, such as {@code root}, {@code nobody} or {@code 1001}
 */
public record StartUser(ImageVersion since, String variant, String name) {

    private static final String ROOT = "root";

    boolean isOf(ImageVersion version, String tag) {
        return !version.isOlderThan(since) && tag.contains(variant);
    }

    /** Whether the first process runs as root. An entry point may still start the server as another user. */
    public boolean isRoot() {
        return name.equals(ROOT);
    }

    /** Whether the Dockerfile states a number, which the kubelet needs to verify that the user is not root. */
    public boolean isNumber() {
        return name.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
