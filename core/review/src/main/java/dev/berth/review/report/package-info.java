/** A review as text, Markdown, JSON and SARIF. */
@NullMarked
package dev.berth.review.report;

import org.jspecify.annotations.NullMarked;
