/**
 * What runs: stateful sets and other workloads, their containers, claims, services and budgets.
 *
 * <p>Start with {@link StatefulSet}.
 */
@NullMarked
@PublicApi
package dev.berth.workload;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
