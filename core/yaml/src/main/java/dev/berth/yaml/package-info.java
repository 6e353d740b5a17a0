/** Writes objects of the fabric8 model as YAML. Start with {@link dev.berth.yaml.YamlWriter}. */
@NullMarked
package dev.berth.yaml;

import org.jspecify.annotations.NullMarked;
