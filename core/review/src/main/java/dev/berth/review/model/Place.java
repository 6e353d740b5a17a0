package dev.berth.review.model;

import java.util.function.ToIntFunction;

/**
 * The location of an object.
 *
 * @param file the path of its file in the tree, by which the files of two trees are matched
 * @param path the path of its file from the root of the repository, for people and tools
 * @param lines returns the line of a field, from 1; of its nearest parent if the field is not in the file
 */
record Place(String file, String path, ToIntFunction<String> lines) {
    /** No file. */
    static final Place NONE = new Place("", "", field -> 1);
}
