/**
 * What the Prometheus Operator reads: which pods it scrapes, and rules for alerts. Start with {@link ServiceMonitor} or
 * {@link PrometheusRule}.
 */
@NullMarked
@PublicApi
package dev.berth.monitoring;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
