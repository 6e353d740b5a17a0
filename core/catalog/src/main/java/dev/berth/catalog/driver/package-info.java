/**
 * Storage drivers: their names, the parameters that they read from a StorageClass, and the volumes that they provision. Start
 * with {@link dev.berth.catalog.driver.StorageDrivers}. Each driver with parameters has a file of its own, such as {@code
 * AwsEbsDriver}; {@code NamedDrivers} holds the others.
 */
@NullMarked
package dev.berth.catalog.driver;

import org.jspecify.annotations.NullMarked;
