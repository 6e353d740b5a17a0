/**
 * What is rendered: objects, the files that hold them, and the set of all files with its gate.
 *
 * <p>Start with {@link ManifestSet}.
 */
@NullMarked
@PublicApi
package dev.berth.manifest;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
