@NullMarked
package dev.berth.rules.server;

import org.jspecify.annotations.NullMarked;
