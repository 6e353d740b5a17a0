package dev.berth.rules.kind;

/** Where the names of the objects of a kind must be unique. */
enum Scope {
    NAMESPACED,
    CLUSTER
}
