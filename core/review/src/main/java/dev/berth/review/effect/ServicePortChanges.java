package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;

/** What the change of a port means for the clients of a Service. */
final class ServicePortChanges {
    private static final Rule PORT = Rule.core("service-port-changed", "validateServicePort");

    private ServicePortChanges() {}

    static void add(Transition change, Outcome outcome) {
        for (FieldChange field : change.within("spec.ports")) {
            String part =
                    field.path().substring(field.path().lastIndexOf(field.path().endsWith("]") ? ']' : '.') + 1);
            switch (part) {
                case "name" ->
                    tell(
                            field,
                            "The number stays, so clients that use it are not affected. What names the port finds"
                                    + " nothing under the old name: backends of an Ingress, SRV records, monitors.",
                            "Change the name there in the same step.",
                            outcome);
                case "targetPort" ->
                    tell(
                            field,
                            "Clients use the same port. Their connections go to the new port of the pods, and fail if"
                                    + " nothing listens there.",
                            "Let the pods listen on both ports until this is applied.",
                            outcome);
                case "nodePort" ->
                    tell(
                            field,
                            "Clients within the cluster are not affected. Those that use the port of the nodes cannot"
                                    + " connect to the old number once this is applied.",
                            "Change the load balancers and firewalls in front of the nodes in the same step.",
                            outcome);
                case "appProtocol" ->
                    tell(
                            field,
                            "The port stays open. Only an Ingress controller or a service mesh may handle its traffic"
                                    + " in another way.",
                            "",
                            outcome);
                default -> {
                    if (field.from() == null) {
                        tell(field, "Clients may use this port once it is applied.", "", outcome);
                    } else {
                        tell(
                                field,
                                "Clients that use the old port cannot connect once this is applied.",
                                "Add the new port beside the old one first.",
                                outcome);
                    }
                }
            }
        }
    }

    private static void tell(FieldChange field, String message, String remedy, Outcome outcome) {
        outcome.add(Effect.IN_PLACE, PORT, field, message, remedy);
    }
}
