/** What the server refuses of a value, given the schema of a CustomResourceDefinition. Start with {@link SchemaCheck}. */
@NullMarked
package dev.berth.schema.check;

import org.jspecify.annotations.NullMarked;
