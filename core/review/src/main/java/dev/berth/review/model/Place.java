package dev.berth.review.model;

import java.util.function.ToIntFunction;

/**
 * Where an object stands.
 *
 * @param file the path of its file in the tree, by which files of two trees are told to be the same
 * @param path the path of its file from the root of the repository, which people and tools follow
 * @param lines the line of a field, from 1: of the nearest one around it where the field is not written
 */
record Place(String file, String path, ToIntFunction<String> lines) {
    /** No file at all. */
    static final Place NONE = new Place("", "", field -> 1);
}
