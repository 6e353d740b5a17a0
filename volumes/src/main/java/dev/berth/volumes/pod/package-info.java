/**
 * The volumes of a pod: their files come from a claim, a ConfigMap, a Secret, the node or a driver. Start with
 * {@link EmptyDir}.
 */
@NullMarked
@PublicApi
package dev.berth.volumes.pod;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
