/** A review as text, Markdown, JSON and SARIF. */
@NullMarked
package dev.berth.change.report;

import org.jspecify.annotations.NullMarked;
