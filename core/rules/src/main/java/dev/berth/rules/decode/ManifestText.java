package dev.berth.rules.decode;

/**
 * The text of one document, which is not read yet.
 *
 * @param text the text, which begins with its separator unless it is the first; empty where it is longer than what a
 *     server takes
 * @param line the line that it begins at, counted from 1
 * @param length how many characters it has
 */
public record ManifestText(String text, int line, long length) {}
