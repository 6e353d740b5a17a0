/** Routes of the Gateway API to Services. Start with {@link HttpRoute}. */
@NullMarked
@PublicApi
package dev.berth.gateway;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
