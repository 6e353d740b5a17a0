package com.example.gate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A custom resource of a user, as one for the fabric8 client is written. */
@Group("example.com")
@Version("v1")
public final class Ring extends CustomResource<Ring.Spec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** What the user sets. */
    public static final class Spec {
        private final int size;

        @JsonCreator
        private Spec(@JsonProperty("size") int size) {
            this.size = size;
        }

        /** The number of members. */
        @JsonProperty
        public int size() {
            return size;
        }
    }

    /** A ring of this size. */
    static Ring of(String name, int size) {
        Ring ring = new Ring();
        ring.getMetadata().setName(name);
        ring.spec = new Spec(size);
        return ring;
    }
}
