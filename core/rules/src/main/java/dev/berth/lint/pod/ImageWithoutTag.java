package dev.berth.lint.pod;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageReference;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerImage;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import java.util.Optional;

/**
 * An image that names neither a tag nor a digest. In a directory of manifests, only images of databases and brokers count:
 * an example with a tool that has no tag works.
 */
final class ImageWithoutTag extends ContainerRule {

    ImageWithoutTag() {
        super(
                Level.WARNING,
                new Rule("image-without-tag", "applyDefaultImageTag", "pkg/kubelet/images/image_manager.go"),
                "The tag defaults to latest: a restart may run another version than the pod before it, also another"
                        + " major version of a database.",
                "Add the tag of a version, or a digest.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        Optional<ContainerImage> image = ContainerImage.of(set, place.container());
        if (image.isEmpty()) {
            return;
        }
        ImageReference reference = image.get().reference();
        if (reference.tag().isEmpty()
                && reference.digest().isEmpty()
                && (set.describesCluster() || ImageCatalog.find(reference).isPresent())) {
            report.required(
                    this,
                    workload.object(),
                    place.path() + ".image",
                    "\"" + place.container().getImage() + "\" has no tag.");
        }
    }
}
