package dev.berth.tree;

import dev.berth.finding.Acknowledgement;
import dev.berth.header.Statements;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.SetModels;
import dev.berth.manifest.SetModels.DeclaredModel;
import dev.berth.object.ExistingObject;
import dev.berth.object.ObjectId;
import dev.berth.object.References;
import dev.berth.rules.cluster.ClusterParameters;
import dev.berth.value.TreePath;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what the declaration of a file states for {@code validate}. */
final class FileStatements {

    private FileStatements() {}

    static Statements of(ManifestFile file, SetModels models) {
        List<ExistingObject> existing = new ArrayList<>();
        List<Acknowledgement> acknowledgements = new ArrayList<>();
        for (DeclaredModel object : models.of(file)) {
            existing.addAll(object.manifest().existing());
            models.set().existing().stream()
                    .filter(outside -> isAbout(outside, object.model()))
                    .forEach(existing::add);
            String id = Acknowledgement.name(ObjectId.of(object.model()));
            object.manifest()
                    .acknowledgements()
                    .forEach((rule, reason) ->
                            acknowledgements.add(new Acknowledgement(id, rule, null, onOneLine(reason))));
        }
        return new Statements(
                ClusterParameters.of(models.cluster()),
                existing,
                acknowledgements,
                file.alternativeTo().map(TreePath::toString));
    }

    /**
     * Returns whether an object of the cluster matters for an object of the file. It refers to it, is in the namespace,
     * or is the Service of Endpoints.
     */
    private static boolean isAbout(ExistingObject outside, HasMetadata model) {
        boolean named = References.of(model).stream()
                .anyMatch(reference -> reference.kind().equals(outside.kind())
                        && reference.name().equals(outside.name()));
        if (named || model.getMetadata() == null) {
            return named;
        }
        return Objects.equals(model.getMetadata().getName(), outside.name())
                || (outside.kind().equals("Namespace")
                        && Objects.equals(model.getMetadata().getNamespace(), outside.name()));
    }

    private static String onOneLine(String reason) {
        return reason.strip().replaceAll("\\s+", " ");
    }
}
