/** A set of manifests: its files, and the objects in them. Start with {@link ManifestSet}. */
@NullMarked
@PublicApi
package dev.berth.manifest;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
