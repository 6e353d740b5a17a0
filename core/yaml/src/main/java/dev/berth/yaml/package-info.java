/** Writes objects of the fabric8 model as YAML. Start with {@link YamlWriter}. */
@NullMarked
@PublicApi
package dev.berth.yaml;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
