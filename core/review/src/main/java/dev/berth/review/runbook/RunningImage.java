package dev.berth.review.runbook;

import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;

/** The condition that a StatefulSet has its new image: then its pods may already have changed the data. */
final class RunningImage {
    private RunningImage() {}

    /** Returns the condition for the image that a finding is about. */
    static String is(Finding finding, ObjectId set) {
        String list = finding.field().contains(".initContainers[") ? "initContainers" : "containers";
        String path = "{.spec.template.spec." + list + "[?(@.name==\"" + container(finding) + "\")].image}";
        return "[ \"$(" + new Kubectl(set.namespace()).run("get statefulset " + Kubectl.quote(set.name()))
                + " --ignore-not-found --output jsonpath=" + Kubectl.quote(path) + ")\" = "
                + Kubectl.quote(String.valueOf(finding.requireChange().to())) + " ]";
    }

    /** Returns the name of the container that a finding is about. */
    static String container(Finding finding) {
        int open = finding.field().lastIndexOf('[');
        return finding.field().substring(open + 1, finding.field().indexOf(']', open));
    }
}
