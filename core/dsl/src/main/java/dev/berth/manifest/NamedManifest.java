package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.yaml.Comments;
import java.util.Map;
import java.util.Optional;

/** What the declarations of all kinds have in common: metadata, comments, and the line where they stand. */
public abstract class NamedManifest extends NamedObject implements Manifest {

    private final Declaration declaration = Declaration.here();

    /** Made by the declarations of this library; for another kind of object there is {@link RawManifest}. */
    protected NamedManifest() {}

    /** A comment that stands above the object in its YAML. None unless given. */
    public abstract Optional<String> comment();

    /**
     * Comments that stand above fields of the object in its YAML, by the field's path as an API server writes it:
     * {@code spec.replicas}. A path that the object does not have is refused before anything is written.
     */
    public abstract Map<String, String> fieldComments();

    /**
     * Findings of the rules that are known and meant for this object: the ID of the rule, and the reason for whoever reads
     * the declaration. None unless given.
     */
    @Override
    public abstract Map<String, String> acknowledgements();

    @Override
    public Comments comments() {
        return Comments.of(comment(), fieldComments());
    }

    @Override
    public final Declaration declaration() {
        return declaration;
    }
}
