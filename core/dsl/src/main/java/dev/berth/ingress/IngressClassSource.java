package dev.berth.ingress;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** The controller that implements an Ingress: an {@link IngressClass} in the set, or an existing one. */
public sealed interface IngressClassSource permits IngressClass, ExistingIngressClass {

    /** The name of the class. */
    String name();

    /** The class, if it is outside the rendered set. */
    Optional<ExistingObject> outside();
}
