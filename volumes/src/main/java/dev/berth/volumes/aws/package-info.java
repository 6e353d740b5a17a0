/**
 * The StorageClasses of Amazon EBS.
 *
 * <p>Start with {@link AwsEbs}.
 */
@NullMarked
package dev.berth.volumes.aws;

import org.jspecify.annotations.NullMarked;
