/** What a lint rule is, what it reads, and where it reports. Start with {@link SetRule}. */
@NullMarked
package dev.berth.lint.rule;

import org.jspecify.annotations.NullMarked;
