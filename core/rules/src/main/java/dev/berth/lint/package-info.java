/**
 * What the API server accepts but a cluster cannot run: the rules that check a whole set. Start with
 * {@link LintRules}.
 */
@NullMarked
package dev.berth.lint;

import org.jspecify.annotations.NullMarked;
