/** HTTP traffic from outside the cluster to Services. Start with {@link Ingress}. */
@NullMarked
@PublicApi
package dev.berth.ingress;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
