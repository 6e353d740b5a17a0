package dev.berth.harness;

import java.nio.file.Path;

/**
 * A directory or file of this machine that a container sees.
 *
 * @param source where it is on this machine
 * @param target where it is in the container
 */
record BindMount(Path source, String target, boolean readOnly) {}
