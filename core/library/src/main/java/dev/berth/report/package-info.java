/**
 * The findings of a command as text, Markdown, JSON, SARIF or GitHub annotations. Start with {@link ReportFormat}.
 * {@code ReportFormat} registers each format.
 */
@NullMarked
package dev.berth.report;

import org.jspecify.annotations.NullMarked;
