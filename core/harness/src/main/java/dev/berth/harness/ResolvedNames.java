package dev.berth.harness;

import io.fabric8.kubernetes.api.model.Service;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names that the DNS of a cluster would resolve: pods of headless Services, and Services with their ready pods. */
record ResolvedNames(RenderedObjects objects, Collection<RunningPod> pods) {

    String hosts() {
        StringBuilder lines = new StringBuilder("127.0.0.1 localhost\n");
        pods.forEach(pod -> lines.append(pod.address() + " " + pod.name() + "\n"));
        for (Service service : objects.all(Service.class)) {
            String name = service.getMetadata().getName();
            for (RunningPod pod : endpoints(service)) {
                if ("None".equals(service.getSpec().getClusterIP())) {
                    line(lines, pod, pod.name() + "." + name);
                }
                line(lines, pod, name);
            }
        }
        return lines.toString();
    }

    private void line(StringBuilder lines, RunningPod pod, String name) {
        String inNamespace = name + "." + objects.namespace();
        lines.append(pod.address() + " ")
                .append(String.join(
                        " ", List.of(name, inNamespace, inNamespace + ".svc", inNamespace + ".svc.cluster.local")))
                .append('\n');
    }

    private List<RunningPod> endpoints(Service service) {
        boolean all = Boolean.TRUE.equals(service.getSpec().getPublishNotReadyAddresses());
        Map<String, String> selector = service.getSpec().getSelector();
        Stream<RunningPod> selected =
                pods.stream().filter(pod -> labels(pod).entrySet().containsAll(selector.entrySet()));
        return selected.filter(pod -> all || pod.isReady()).toList();
    }

    /** The labels of the template, and the one that the controller adds. */
    private static Map<String, String> labels(RunningPod pod) {
        Map<String, String> labels = new HashMap<>();
        if (pod.template().getMetadata() != null && pod.template().getMetadata().getLabels() != null) {
            labels.putAll(pod.template().getMetadata().getLabels());
        }
        labels.put("statefulset.kubernetes.io/pod-name", pod.name());
        return labels;
    }
}
