package dev.berth.review.data;

/**
 * A directory with data.
 *
 * @param origin the origin of the volume
 * @param directory the directory in it, without a slash at the start; empty for its root
 */
public record DataPlace(DataOrigin origin, String directory) {

    /** Returns whether the other place is the same directory with the same data. */
    public boolean isKeptBy(DataPlace now) {
        return directory.equals(now.directory) && origin.isKeptBy(now.origin);
    }
}
