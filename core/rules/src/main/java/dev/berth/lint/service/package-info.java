/** Services that do not lead to the pods that they are for. Start with {@link GoverningServiceAbsent}. */
@NullMarked
package dev.berth.lint.service;

import org.jspecify.annotations.NullMarked;
