package com.example.gate;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A custom resource whose definition a server refuses. */
@Group("example.com")
@Version("v1")
public final class Hoop extends CustomResource<Void, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
