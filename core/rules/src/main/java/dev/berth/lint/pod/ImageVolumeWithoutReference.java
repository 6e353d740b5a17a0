package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.VolumeRule;
import io.fabric8.kubernetes.api.model.Pod;

/** An image volume without an image, which the API server accepts in a template and refuses in a pod. */
final class ImageVolumeWithoutReference extends VolumeRule {

    ImageVolumeWithoutReference() {
        super(
                Level.ERROR,
                new Rule(
                        "image-volume-without-reference",
                        "validateImageVolumeSource",
                        "pkg/apis/core/validation/validation.go"),
                "The API server refuses each pod, so none is created.",
                "Set reference to an image, such as registry.example.com/files:1.0.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, PodOwner.VolumePlace place, LintReport report) {
        var image = place.volume().getImage();
        if (image != null
                && (image.getReference() == null || image.getReference().isEmpty())
                && !(workload.object() instanceof Pod)) {
            report.required(this, workload.object(), place.path() + ".image.reference", "It names no image.");
        }
    }
}
