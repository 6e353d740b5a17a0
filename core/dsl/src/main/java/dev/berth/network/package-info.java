/**
 * Services, which give pods an address, and network policies, which limit their traffic. Start with {@link Service}.
 */
@NullMarked
@PublicApi
package dev.berth.network;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
