/**
 * The rules of {@code x-kubernetes-validations}: compiled, priced and evaluated as the API server does it. Start with
 * {@link CelRules}.
 */
@NullMarked
package dev.berth.cel;

import org.jspecify.annotations.NullMarked;
