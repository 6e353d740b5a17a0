package dev.berth.command;

import dev.berth.review.TreeSource;
import java.util.Map;

/** A tree of texts in a test. */
record Texts(String name, String root, Map<String, String> files) implements TreeSource {

    Texts(String name, Map<String, String> files) {
        this(name, "", files);
    }
}
