/**
 * The classes of the fabric8 model, without Jackson. Start with {@link dev.berth.model.ModelFields}.
 */
@NullMarked
package dev.berth.model;

import org.jspecify.annotations.NullMarked;
