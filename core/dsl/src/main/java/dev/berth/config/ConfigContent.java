package dev.berth.config;

/**
 * A ConfigMap or a Secret that the tree declares, as something whose change restarts pods: see {@code restartTriggers} of
 * the workloads. One that lives in the cluster already is none, since what it holds is not known here.
 */
public sealed interface ConfigContent permits ConfigMap, Secret {

    /** A hash of the kind, the name and all keys and texts, which is another for any other content: 16 hexadecimal digits. */
    String contentHash();
}
