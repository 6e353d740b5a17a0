/** Certificates that cert-manager issues, and where they come from. Start with {@link Certificate}. */
@NullMarked
@PublicApi
package dev.berth.certificate;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
