package dev.berth.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.kind.Kinds;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognizes documents that are not Kubernetes objects: those of other programs, and those from which a tool renders
 * objects.
 */
final class OtherDocuments {

    private static final Rule JSON_PATCH = Rule.ofBerth("json-patch");
    private static final Rule STRATEGIC_PATCH = Rule.ofBerth("patch");
    private static final Rule TEMPLATE = Rule.ofBerth("template");

    /** The built-in groups without a dot. */
    private static final Set<String> BUILT_IN = Set.of("apps", "autoscaling", "batch", "extensions", "policy");

    /** Compiled when a document is no object, which most trees do not have. */
    private static final class Texts {

        /** A line that begins with an action of a Go or Jinja template, or a value that does. */
        private static final Pattern ACTION = Pattern.compile("(?m)^[ \\t]*(?:- +)*(?:[\\w./\"'-]+:[ \\t]+)?\\{[{%]");

        /** A line that begins with a field that every object of Kubernetes has. */
        private static final Pattern TYPE = Pattern.compile("(?m)^[ \\t{\"'-]*(?:apiVersion|kind)[\"']?[ \\t]*:");
    }

    private OtherDocuments() {}

    /** Returns whether the document is one of another program: it has no type, or one that Kubernetes does not have. */
    static boolean isForeign(ManifestDocument document, String text) {
        if (document.notAnObject().isPresent()) {
            return !isJsonPatch(document.notAnObject().get());
        }
        if (document.written().isEmpty()) {
            return !Texts.TYPE.matcher(text).find() && !text.isEmpty();
        }
        JsonNode written = document.written().get();
        JsonNode metadata = written.path("metadata");
        if (document.apiVersion().isEmpty() && document.kind().isEmpty()) {
            return !metadata.has("name") && !metadata.has("generateName");
        }
        boolean typed = !document.apiVersion().isEmpty() && !document.kind().isEmpty();
        return typed
                && Kinds.named(document.kind()).isEmpty()
                && (metadata.isMissingNode() || !mayBeServed(document.apiVersion()));
    }

    /**
     * Returns whether an API server may serve a group: the group of a custom resource has a dot. Source: {@code
     * ValidateCustomResourceDefinitionSpec}, {@code apiextensions/validation/validation.go}.
     */
    private static boolean mayBeServed(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        String group = apiVersion.substring(0, Math.max(0, slash));
        return group.isEmpty() || group.indexOf('.') > 0 || BUILT_IN.contains(group);
    }

    /** Returns a note on a document from which a tool renders objects; empty for others. */
    static Optional<Finding> note(String file, ManifestDocument document, String text) {
        Location location = Location.of(file, document.lineOf(""));
        if (document.notAnObject().filter(OtherDocuments::isJsonPatch).isPresent()) {
            return Optional.of(note(
                    JSON_PATCH,
                    location,
                    "a JSON patch is not judged. Render the objects that it changes, for example with kubectl"
                            + " kustomize, and validate the result."));
        }
        if (document.written().filter(written -> written.has("$patch")).isPresent()) {
            return Optional.of(note(
                    STRATEGIC_PATCH,
                    location,
                    "a patch with the directive $patch is not judged. Render the objects that it changes with kubectl"
                            + " kustomize, and validate the result."));
        }
        if (document.written().filter(OtherDocuments::isPatchOfDefinition).isPresent()) {
            return Optional.of(note(
                    STRATEGIC_PATCH,
                    location,
                    "a CustomResourceDefinition without group, names and versions is a patch, and not judged. Render the"
                            + " definition that it changes with kubectl kustomize, and validate the result."));
        }
        boolean isTemplate =
                document.written().isEmpty() && Texts.ACTION.matcher(text).find();
        return isTemplate
                ? Optional.of(note(
                        TEMPLATE,
                        location,
                        "a template with {{ }} is not judged. Render it, for example with helm template, and validate"
                                + " the result."))
                : Optional.empty();
    }

    private static Finding note(Rule rule, Location location, String message) {
        return Finding.of(rule, Level.NOTE, location, message);
    }

    /** The generators of operators write such patches for each definition, whether a kustomization names them or not. */
    private static boolean isPatchOfDefinition(JsonNode written) {
        JsonNode spec = written.path("spec");
        return written.path("kind").asText().equals("CustomResourceDefinition")
                && !spec.has("group")
                && !spec.has("names")
                && !spec.has("versions");
    }

    private static boolean isJsonPatch(JsonNode value) {
        return value.isArray()
                && !value.isEmpty()
                && value.get(0).has("op")
                && value.get(0).has("path");
    }
}
