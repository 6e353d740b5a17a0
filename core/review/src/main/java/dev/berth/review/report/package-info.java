/**
 * A review as text, Markdown, JSON and SARIF.
 *
 * <p>Start with {@link MarkdownReport}.
 */
@NullMarked
package dev.berth.review.report;

import org.jspecify.annotations.NullMarked;
