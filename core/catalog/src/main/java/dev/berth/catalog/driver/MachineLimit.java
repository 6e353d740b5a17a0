package dev.berth.catalog.driver;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Machines that cannot attach some volumes of a driver.
 *
 * @param nodeLabels the node labels that name the type or the family of a machine
 * @param machines a pattern for the value of such a label
 * @param parameter the parameter of the class that decides about the volume
 * @param values a pattern for the values of the parameter that these machines cannot attach
 */
public record MachineLimit(List<String> nodeLabels, String machines, String parameter, String values) {

    static final String INSTANCE_TYPE = "node.kubernetes.io/instance-type";

    /** Copies the list. */
    public MachineLimit {
        nodeLabels = List.copyOf(nodeLabels);
    }

    /** Returns whether a node with this label cannot attach a volume of a class, given the value of each parameter. */
    boolean refuses(String nodeLabel, String machine, UnaryOperator<String> parameters) {
        return nodeLabels.contains(nodeLabel)
                && machine.matches(machines)
                && parameters.apply(parameter).matches(values);
    }
}
