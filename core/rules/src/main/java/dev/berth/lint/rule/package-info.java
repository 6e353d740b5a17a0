/**
 * What a rule over a whole set is, what it looks at, and where it reports.
 *
 * <p>Start with {@link SetRule}.
 */
@NullMarked
package dev.berth.lint.rule;

import org.jspecify.annotations.NullMarked;
