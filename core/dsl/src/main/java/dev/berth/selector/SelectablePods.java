package dev.berth.selector;

import dev.berth.manifest.Manifest;
import dev.berth.value.Port;
import java.util.List;
import java.util.Map;

/** The pods of a declared workload, which Services, network policies and disruption budgets select. */
public interface SelectablePods extends Manifest {

    /** The name of the object that declares the pods. */
    String name();

    /** The labels of that object. */
    Map<String, String> labels();

    /** The labels that select the pods. */
    Map<String, String> selector();

    /** All labels of each pod: those of the selector, and further ones. */
    Map<String, String> allPodLabels();

    /** The ports that the containers and the sidecars of a pod open, in the order of the declaration. */
    List<Port> ports();

    /** The names of the pods in the order of their ordinals. Only the pods of a StatefulSet have ordinals. */
    default List<String> podNames() {
        return List.of();
    }
}
