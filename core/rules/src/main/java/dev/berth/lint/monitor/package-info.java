/** What a monitor of the Prometheus Operator selects. Start with {@link MonitorLintRules}. */
@NullMarked
package dev.berth.lint.monitor;

import org.jspecify.annotations.NullMarked;
