package dev.berth.catalog.image;

import java.util.Optional;

/**
 * A part of the data, such as a transaction log, that is lost with its own directory.
 *
 * @param variable the variable that names its directory, if there is one
 * @param directory the directory outside the data directory where it is by default; empty if it is inside
 */
public record DataPart(Optional<String> variable, Optional<String> directory) {}
