package com.example.parts;

import dev.berth.manifest.Namespace;

/** Declarations that the trees of the other modules share. */
public final class Environment {

    private Environment() {}

    public static Namespace namespace(String suffix) {
        return Namespace.named("demo-" + suffix).build();
    }
}
