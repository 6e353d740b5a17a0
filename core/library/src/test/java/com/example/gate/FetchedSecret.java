package com.example.gate;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;

/** A class of the user for a kind whose controller creates Secrets. */
@Group("external-secrets.io")
@Version("v1")
@Kind("ExternalSecret")
public final class FetchedSecret extends CustomResource<Map<String, Object>, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object whose controller creates this Secret. */
    static FetchedSecret of(String name, String secret) {
        FetchedSecret fetched = new FetchedSecret();
        fetched.getMetadata().setName(name);
        fetched.spec = Map.of("target", Map.of("name", secret));
        return fetched;
    }
}
