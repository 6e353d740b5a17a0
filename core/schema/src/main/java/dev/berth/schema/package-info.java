/** The structural schema of a CustomResourceDefinition, and values that are checked against it. */
@NullMarked
package dev.berth.schema;

import org.jspecify.annotations.NullMarked;
