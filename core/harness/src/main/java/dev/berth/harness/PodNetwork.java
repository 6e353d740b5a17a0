package dev.berth.harness;

import java.nio.file.Path;

/**
 * How a pod reaches others.
 *
 * @param file the file of its network namespace
 * @param hosts the file with the names that it can resolve
 * @param namespace the namespace of the cluster in which its DNS server searches short names
 */
record PodNetwork(String file, Path hosts, String namespace) {}
