package dev.berth.rules.decode;

/**
 * The text of one document that has not been read yet.
 *
 * @param text the text, which starts with its separator except in the first document; empty if it is longer than what
 *     the server accepts
 * @param line its first line, counted from 1
 * @param length its number of characters
 */
public record ManifestText(String text, int line, long length) {}
