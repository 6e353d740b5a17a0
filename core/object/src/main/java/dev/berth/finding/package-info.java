/**
 * What rules report. Start with {@link dev.berth.finding.Finding}: the API server's rules, lint, the gate and the review
 * all report findings of this one type.
 */
@NullMarked
@PublicApi
package dev.berth.finding;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
