/** Configuration of containers: ConfigMaps, Secrets and the environment variables that come from them. */
@NullMarked
package dev.berth.config;

import org.jspecify.annotations.NullMarked;
