/** Snapshots of volumes, from which claims are restored. Start with {@link VolumeSnapshot}. */
@NullMarked
@PublicApi
package dev.berth.volumes.snapshot;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
