/** The Services that give pods an address, and the network policies that limit their traffic. Start with {@link dev.berth.network.Service}. */
@NullMarked
@PublicApi
package dev.berth.network;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
