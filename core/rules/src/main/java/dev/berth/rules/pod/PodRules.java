package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/** The rules of Pods and pod templates: {@code ValidatePodCreate}, {@code ValidatePodTemplateSpec}. */
public final class PodRules {
    private static final Rule EPHEMERAL = Rule.core("ephemeral-containers", "ValidatePodCreate");
    private static final Rule GATED_NODE = Rule.core("scheduling-gates-and-node", "ValidatePodCreate");

    private PodRules() {}

    /** Checks a Pod. */
    public static void check(Pod pod, ClusterFacts facts, Findings findings) {
        MetadataRules.namespaced(pod.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        ObjectMeta meta = pod.getMetadata() == null ? new ObjectMeta() : pod.getMetadata();
        PodSpec spec = pod.getSpec();
        FieldPath path = FieldPath.of("spec");
        AnnotationRules annotations = new AnnotationRules(meta.getAnnotations(), spec, findings);
        annotations.check(FieldPath.of("metadata", "annotations"));
        new PodSpecRules(spec, true, Zero.text(meta.getName()), facts, findings).check(path);
        images(Zero.list(spec.getContainers()), path.child("containers"), findings);
        images(Zero.list(spec.getInitContainers()), path.child("initContainers"), findings);
        if (!Zero.list(spec.getEphemeralContainers()).isEmpty()) {
            findings.forbidden(EPHEMERAL, path.child("ephemeralContainers"), "can only be added to a running pod");
        }
        if (!Zero.isEmpty(spec.getNodeName())
                && !Zero.list(spec.getSchedulingGates()).isEmpty()) {
            findings.forbidden(GATED_NODE, path.child("nodeName"), "not allowed with schedulingGates");
        }
        annotations.match(path);
    }

    private static void images(List<Container> containers, FieldPath path, Findings findings) {
        for (int i = 0; i < containers.size(); i++) {
            EphemeralRules.image(containers.get(i).getImage(), path.index(i).child("image"), findings);
        }
    }

    /**
     * Checks a template. Its labels and annotations are reported without {@code metadata}, as the server does: {@code
     * spec.template.labels}.
     */
    public static void template(PodTemplateSpec template, FieldPath path, ClusterFacts facts, Findings findings) {
        ObjectMeta meta = template.getMetadata();
        PodSpec spec = template.getSpec();
        LabelRules.labels(meta.getLabels(), path.child("labels"), findings);
        MetadataRules.annotations(meta.getAnnotations(), path.child("annotations"), findings);
        AnnotationRules annotations = new AnnotationRules(meta.getAnnotations(), spec, findings);
        annotations.check(path.child("annotations"));
        new PodSpecRules(spec, false, null, facts, findings).check(path.child("spec"));
        annotations.match(path.child("spec"));
        if (!Zero.list(spec.getEphemeralContainers()).isEmpty()) {
            FieldPath at = path.child("spec", "ephemeralContainers");
            findings.forbidden(EPHEMERAL, at, "can only be added to a running pod");
        }
    }
}
