/**
 * Where the pods of a tree keep their data. Start with {@link dev.berth.review.data.MountedData}: data is identified by
 * the source of its volume and the directory in it, never by the name of the volume.
 */
@NullMarked
package dev.berth.review.data;

import org.jspecify.annotations.NullMarked;
