package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Visits all containers of a pod of every type: {@code VisitContainersWithPath}. */
final class PodContainers {
    private PodContainers() {}

    /** Receives a container. */
    interface Visitor {
        void visit(String name, @Nullable SecurityContext security, FieldPath path);
    }

    static void visit(PodSpec spec, FieldPath path, BiConsumer<@Nullable SecurityContext, FieldPath> visitor) {
        visitNamed(spec, path, (name, security, at) -> visitor.accept(security, at));
    }

    static void visitNamed(PodSpec spec, FieldPath path, Visitor visitor) {
        visit(Zero.list(spec.getInitContainers()), path.child("initContainers"), visitor);
        visit(Zero.list(spec.getContainers()), path.child("containers"), visitor);
        List<EphemeralContainer> ephemeral = Zero.list(spec.getEphemeralContainers());
        for (int i = 0; i < ephemeral.size(); i++) {
            EphemeralContainer container = ephemeral.get(i);
            FieldPath at = path.child("ephemeralContainers").index(i);
            visitor.visit(Zero.text(container.getName()), container.getSecurityContext(), at);
        }
    }

    private static void visit(List<Container> containers, FieldPath path, Visitor visitor) {
        for (int i = 0; i < containers.size(); i++) {
            Container container = containers.get(i);
            visitor.visit(Zero.text(container.getName()), container.getSecurityContext(), path.index(i));
        }
    }
}
