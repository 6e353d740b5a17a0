/**
 * The answer of the server to custom resources, given their CustomResourceDefinitions. Start with
 * {@link CustomResourceRules}.
 */
@NullMarked
package dev.berth.schema.resource;

import org.jspecify.annotations.NullMarked;
