/**
 * Configuration of containers: ConfigMaps, Secrets and the environment variables that come from them.
 *
 * <p>Start with {@link ConfigMap}.
 */
@NullMarked
package dev.berth.config;

import org.jspecify.annotations.NullMarked;
