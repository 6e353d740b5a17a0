/**
 * What all StorageClasses have in common, and the StorageClass of a driver without its own package. Start with
 * {@link StorageClass}.
 */
@NullMarked
@PublicApi
package dev.berth.volumes.storageclass;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
