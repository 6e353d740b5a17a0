package dev.berth.review;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.model.Link;
import dev.berth.review.runbook.Runbook;
import java.util.List;

/**
 * What a cluster that holds one tree will do when it is given another.
 *
 * @param findings what happens, object by object in the order of the new tree, then what is gone
 * @param runbooks the way to each refused or lossy change that has a safe one, in the same order
 * @param links what leads from the objects that change to others
 * @param leftOut files of which what is no Kubernetes object changes
 */
public record Review(List<Finding> findings, List<Runbook> runbooks, List<Link> links, List<String> leftOut) {

    public Review {
        findings = List.copyOf(findings);
        runbooks = List.copyOf(runbooks);
        links = List.copyOf(links);
        leftOut = List.copyOf(leftOut);
    }

    /** How many findings have this effect. */
    public long count(Effect effect) {
        return findings.stream().filter(finding -> finding.effect() == effect).count();
    }

    /** Whether the trees hold the same to the cluster. */
    public boolean isEmpty() {
        return findings.isEmpty();
    }
}
