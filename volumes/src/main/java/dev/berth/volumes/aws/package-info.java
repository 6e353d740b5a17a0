/** The StorageClasses of Amazon EBS. Start with {@link AwsEbs}. */
@NullMarked
@PublicApi
package dev.berth.volumes.aws;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
