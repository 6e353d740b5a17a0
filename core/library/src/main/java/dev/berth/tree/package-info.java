/**
 * The tree of rendered files: in memory, compared with the disk, and written to it. Start with {@link ManifestTree}.
 */
@NullMarked
package dev.berth.tree;

import org.jspecify.annotations.NullMarked;
