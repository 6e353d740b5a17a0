package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.yaml.Comments;
import java.util.Map;
import java.util.Optional;

/** The common part of the declarations of all kinds: metadata, comments, and the line of the declaration. */
@DslPart
public abstract class NamedManifest extends NamedObject implements Manifest {

    private final Declaration declaration = Declaration.here();

    /** For the declarations of this library. Use {@link RawManifest} for other kinds. */
    protected NamedManifest() {}

    /** A comment above the object in its YAML. Optional. */
    public abstract Optional<String> comment();

    /**
     * Comments above fields of the object in its YAML, by field path, such as {@code spec.replicas}. A path that the
     * object does not have is refused before anything is written. Optional.
     */
    public abstract Map<String, String> fieldComments();

    /**
     * Findings that are intended for this object: the ID of each rule, and the reason for readers of the declaration.
     * Optional.
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
