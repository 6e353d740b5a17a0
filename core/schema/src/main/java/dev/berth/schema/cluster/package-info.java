/** The definitions of a cluster. Start with {@link DefinedResources}. */
@NullMarked
package dev.berth.schema.cluster;

import org.jspecify.annotations.NullMarked;
