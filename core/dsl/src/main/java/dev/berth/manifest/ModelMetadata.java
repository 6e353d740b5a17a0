package dev.berth.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The metadata of an object, and of the pods that it creates. */
final class ModelMetadata {

    private final HasMetadata model;
    private final Optional<PodTemplateSpec> template;
    private final Map<String, String> selector;

    private ModelMetadata(
            HasMetadata model, @Nullable PodTemplateSpec template, @Nullable Map<String, String> selector) {
        this.model = model;
        this.template = Optional.ofNullable(template);
        this.selector = selector == null ? Map.of() : selector;
    }

    static ModelMetadata of(HasMetadata model) {
        if (model instanceof StatefulSet set) {
            return new ModelMetadata(
                    model, set.getSpec().getTemplate(), labels(set.getSpec().getSelector()));
        }
        if (model instanceof Deployment deployment) {
            return new ModelMetadata(
                    model,
                    deployment.getSpec().getTemplate(),
                    labels(deployment.getSpec().getSelector()));
        }
        if (model instanceof DaemonSet set) {
            return new ModelMetadata(
                    model, set.getSpec().getTemplate(), labels(set.getSpec().getSelector()));
        }
        if (model instanceof ReplicaSet set) {
            return new ModelMetadata(
                    model, set.getSpec().getTemplate(), labels(set.getSpec().getSelector()));
        }
        if (model instanceof Job job) {
            return new ModelMetadata(model, job.getSpec().getTemplate(), Map.of());
        }
        if (model instanceof CronJob job) {
            return new ModelMetadata(
                    model, job.getSpec().getJobTemplate().getSpec().getTemplate(), Map.of());
        }
        if (model instanceof Service service) {
            return new ModelMetadata(model, null, service.getSpec().getSelector());
        }
        return new ModelMetadata(model, null, Map.of());
    }

    private static @Nullable Map<String, String> labels(@Nullable LabelSelector selector) {
        return selector == null ? null : selector.getMatchLabels();
    }

    /** The labels by which the object selects pods; empty for other objects. */
    Map<String, String> selector() {
        return selector;
    }

    void addToObject(Map<String, String> labels, Map<String, String> annotations) {
        add(model.getMetadata(), labels, annotations);
    }

    void addToPods(Map<String, String> labels, Map<String, String> annotations) {
        template.ifPresent(pods -> {
            pods.setMetadata(Objects.requireNonNullElseGet(pods.getMetadata(), ObjectMeta::new));
            add(pods.getMetadata(), labels, annotations);
        });
    }

    private static void add(ObjectMeta metadata, Map<String, String> labels, Map<String, String> annotations) {
        if (!labels.isEmpty()) {
            metadata.setLabels(both(labels, metadata.getLabels()));
        }
        if (!annotations.isEmpty()) {
            metadata.setAnnotations(both(annotations, metadata.getAnnotations()));
        }
    }

    private static Map<String, String> both(Map<String, String> common, @Nullable Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(common);
        all.putAll(own == null ? Map.of() : own);
        return all;
    }
}
