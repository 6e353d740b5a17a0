/** CustomResourceDefinitions: what the server refuses of them. Start with {@link DefinitionRules}. */
@NullMarked
package dev.berth.schema.definition;

import org.jspecify.annotations.NullMarked;
