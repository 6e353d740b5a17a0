/**
 * Storage drivers: their names, the parameters that they read from a StorageClass, and the volumes that they
 * provision. Start with {@link StorageDrivers}. Each driver with parameters has its own file, such as
 * {@code AwsEbsDriver}. {@code NamedDrivers} lists the others.
 */
@NullMarked
package dev.berth.catalog.driver;

import org.jspecify.annotations.NullMarked;
