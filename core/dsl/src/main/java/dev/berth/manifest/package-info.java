/**
 * What is rendered: objects, the files that hold them, and the set of all files with its gate.
 *
 * <p>Start with {@link ManifestSet}.
 */
@NullMarked
package dev.berth.manifest;

import org.jspecify.annotations.NullMarked;
