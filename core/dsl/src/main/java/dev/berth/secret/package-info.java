/** Secrets whose values External Secrets reads from a store outside the cluster. Start with {@link ExternalSecret}. */
@NullMarked
@PublicApi
package dev.berth.secret;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
