/** What a Kubernetes API server would refuse on create: findings for one object, with the server's field paths. */
@NullMarked
package dev.berth.rules;

import org.jspecify.annotations.NullMarked;
