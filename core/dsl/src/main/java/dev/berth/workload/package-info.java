/**
 * What runs: stateful sets and other workloads, their containers, claims, services and budgets.
 *
 * <p>Start with {@link StatefulSet}.
 */
@NullMarked
package dev.berth.workload;

import org.jspecify.annotations.NullMarked;
