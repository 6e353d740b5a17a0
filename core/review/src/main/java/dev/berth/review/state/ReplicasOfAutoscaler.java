package dev.berth.review.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import java.util.stream.Stream;

/** A manifest states the number of replicas that an autoscaler of the cluster sets. */
public final class ReplicasOfAutoscaler {
    private static final Rule RULE =
            new Rule("replicas-autoscaled", "reconcileAutoscaler", "pkg/controller/podautoscaler/horizontal.go");

    private ReplicasOfAutoscaler() {}

    /** Adds the autoscaler that will change the number of replicas again. */
    public static void add(Transition change, ObjectTree cluster, Outcome outcome) {
        change.change("spec.replicas")
                .ifPresent(field -> Stream.concat(cluster.objects().stream(), cluster.others().stream())
                        .filter(object -> object.kind().equals("HorizontalPodAutoscaler")
                                && object.live().isPresent()
                                && scales(object, change))
                        .forEach(scaler -> outcome.add(
                                Effect.IN_PLACE,
                                RULE,
                                field,
                                scaler.id() + " sets the number of pods, between "
                                        + scaler.at("spec", "minReplicas").asText("1") + " and "
                                        + scaler.at("spec", "maxReplicas").asText()
                                        + ". The apply sets it to the number of the tree, and the autoscaler then changes it"
                                        + " again.",
                                "Leave spec.replicas out of the tree.")));
    }

    private static boolean scales(TreeObject scaler, Transition change) {
        JsonNode target = scaler.at("spec", "scaleTargetRef");
        return scaler.id().namespace().equals(change.id().namespace())
                && target.path("kind").asText().equals(change.kind())
                && target.path("name").asText().equals(change.id().name());
    }
}
