package dev.berth.config;

/**
 * A declared ConfigMap or Secret whose change restarts pods: see {@code restartTriggers} of the workloads. The content
 * of an existing ConfigMap or Secret is not known, so it cannot be a trigger.
 */
public sealed interface ConfigContent permits ConfigMap, Secret {

    /** A hash of the kind, the name, and all keys and values: 16 hexadecimal digits. */
    String contentHash();
}
