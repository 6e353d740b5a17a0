/** The StorageClasses of volumes on the nodes. Start with {@link LocalPath}. */
@NullMarked
@PublicApi
package dev.berth.volumes.local;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
