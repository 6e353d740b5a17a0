package dev.berth.review.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The claims and volumes of the cluster that a finding is about. */
public final class RealClaims {
    private static final String TEMPLATES = "spec.volumeClaimTemplates[";
    private static final String SIZE = ".spec.resources.requests[storage]";

    private final ObjectTree cluster;
    private final boolean areRead;

    /** Looks up claims in this cluster. */
    public RealClaims(ObjectTree cluster) {
        this.cluster = cluster;
        this.areRead = cluster.isLive()
                && cluster.others().stream().anyMatch(object -> object.kind().equals("PersistentVolumeClaim"));
    }

    /** Returns the finding with the claims and volumes that it is about; unchanged if it is about none of the cluster's. */
    public Finding named(Transition change, Finding finding) {
        List<String> claims = areRead ? claims(change, finding) : List.of();
        if (claims.isEmpty()) {
            return finding;
        }
        String namespace = change.id().namespace();
        List<String> sentences = new ArrayList<>();
        for (String claim : claims) {
            sentences.add(claim + " " + describe(find("PersistentVolumeClaim", namespace, claim)));
        }
        String growth = finding.field().endsWith(SIZE) ? growth(namespace, claims) : "";
        return finding.withMessage(
                finding.message() + " In the cluster: " + String.join("; ", sentences) + "." + growth);
    }

    private static List<String> claims(Transition change, Finding finding) {
        List<String> claims = finding.requireChange().claims();
        boolean template = change.kind().equals("StatefulSet")
                && change.before().isPresent()
                && finding.field().startsWith(TEMPLATES);
        if (!claims.isEmpty() || !template) {
            return claims;
        }
        String name =
                finding.field().substring(TEMPLATES.length(), finding.field().indexOf(']'));
        return new SetClaims(change.before().orElseThrow()).of(name);
    }

    private String describe(Optional<TreeObject> found) {
        if (found.isEmpty()) {
            return "does not exist";
        }
        TreeObject claim = found.get();
        String phase = claim.at("status", "phase").asText("unknown");
        String volume = claim.at("spec", "volumeName").asText();
        String size = claim.at("status", "capacity", "storage")
                .asText(claim.at("spec", "resources", "requests", "storage").asText());
        String storage = size + ", " + ofClass(claim);
        if (volume.isEmpty()) {
            return "is " + phase + " and has no volume (" + storage + ")";
        }
        return (phase.equals("Bound") ? "is on volume " : "is " + phase + ", on volume ") + volume + " (" + storage
                + ", "
                + find("PersistentVolume", "", volume).map(RealClaims::fate).orElse("whose policy was not read") + ")";
    }

    private static String ofClass(TreeObject claim) {
        String name = claim.at("spec", "storageClassName").asText();
        return name.isEmpty() ? "no class" : "class " + name;
    }

    private static String fate(TreeObject volume) {
        return switch (volume.at("spec", "persistentVolumeReclaimPolicy").asText()) {
            case "Delete" -> "Delete: it is deleted with its claim";
            case "Recycle" -> "Recycle: it is wiped when its claim is deleted";
            default -> "Retain: it stays when its claim is deleted";
        };
    }

    /** Returns whether the classes of the claims allow their growth. */
    private String growth(String namespace, List<String> claims) {
        Set<String> classes = new TreeSet<>();
        claims.forEach(claim -> find("PersistentVolumeClaim", namespace, claim)
                .ifPresent(found ->
                        classes.add(found.at("spec", "storageClassName").asText())));
        List<String> sentences = new ArrayList<>();
        for (String name : classes) {
            Optional<TreeObject> known = cluster.find(new ObjectId("storage.k8s.io", "StorageClass", "", name));
            JsonNode allows =
                    known.map(found -> found.at("allowVolumeExpansion")).orElseGet(MissingNode::getInstance);
            if (known.isPresent()) {
                sentences.add("Class " + name
                        + (allows.asBoolean() ? " allows volumes to grow." : " does not allow volumes to grow."));
            }
        }
        return sentences.isEmpty() ? "" : " " + String.join(" ", sentences);
    }

    private Optional<TreeObject> find(String kind, String namespace, String name) {
        return cluster.find(new ObjectId("", kind, namespace, name));
    }
}
