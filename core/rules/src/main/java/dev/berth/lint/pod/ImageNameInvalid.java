package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerImage;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;

/** An image that no container runtime can parse, such as one with a space or a capital letter. */
final class ImageNameInvalid extends ContainerRule {

    ImageNameInvalid() {
        super(
                Level.ERROR,
                new Rule("image-name-invalid", "applyDefaultImageTag", "pkg/kubelet/images/image_manager.go"),
                "The API server accepts it, but the kubelet does not: the container stays in InvalidImageName, or"
                        + " the pod cannot be created.",
                "Write REGISTRY/REPOSITORY:TAG, with the repository in lower case and without spaces.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        String image = place.container().getImage();
        if (image != null
                && !image.isEmpty()
                && ContainerImage.of(set, place.container()).isEmpty()) {
            report.invalid(
                    this, workload.object(), place.path() + ".image", "\"" + image + "\" is not the name of an image.");
        }
    }
}
