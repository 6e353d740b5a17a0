/**
 * Runs Immutables while Berth is compiled, and edits the builders that it generates. Start with
 * {@link DeclarationProcessor}.
 */
@NullMarked
package dev.berth.processor;

import org.jspecify.annotations.NullMarked;
