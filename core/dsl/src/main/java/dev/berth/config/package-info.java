/** ConfigMaps, Secrets, and the environment variables that read them. Start with {@link ConfigMap}. */
@NullMarked
@PublicApi
package dev.berth.config;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
