/**
 * What the API server accepts and the cluster then cannot run: every rule over a whole set, and what they find.
 *
 * <p>Start with {@link LintRules}.
 */
@NullMarked
package dev.berth.lint;

import org.jspecify.annotations.NullMarked;
