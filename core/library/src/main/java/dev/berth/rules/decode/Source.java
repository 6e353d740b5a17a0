package dev.berth.rules.decode;

/** Where a document comes from: its text, the line it starts at, and the way to it within a list. */
record Source(String text, int line, String prefix) {}
