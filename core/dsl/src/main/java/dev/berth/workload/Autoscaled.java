package dev.berth.workload;

import dev.berth.selector.SelectablePods;

/** A workload whose number of pods an autoscaler sets. It has no {@code replicas} of its own. */
public sealed interface Autoscaled extends SelectablePods permits AutoscaledDeployment, AutoscaledStatefulSet {}
