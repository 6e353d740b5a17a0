/**
 * What rules report: the API server's rules, lint, the gate and the review all report findings of one type. Start with
 * {@link Finding}.
 */
@NullMarked
@PublicApi
package dev.berth.finding;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
