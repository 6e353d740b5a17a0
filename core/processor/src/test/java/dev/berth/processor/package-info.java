@NullMarked
package dev.berth.processor;

import org.jspecify.annotations.NullMarked;
