/**
 * The StorageClasses of volumes on the nodes.
 *
 * <p>Start with {@link LocalPath}.
 */
@NullMarked
package dev.berth.volumes.local;

import org.jspecify.annotations.NullMarked;
