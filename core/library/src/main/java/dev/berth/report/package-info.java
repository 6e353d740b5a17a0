/**
 * What commands find, in the format that a reader wants. Start with {@link dev.berth.report.ReportFormat}, which registers
 * each format.
 */
@NullMarked
package dev.berth.report;

import org.jspecify.annotations.NullMarked;
