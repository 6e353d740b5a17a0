/** The structural schema of a CustomResourceDefinition, and values that are checked against it. Start with {@link Schema}. */
@NullMarked
package dev.berth.schema;

import org.jspecify.annotations.NullMarked;
