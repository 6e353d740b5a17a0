package dev.berth.rules.kind;

import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.update.Update;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One kind of the Kubernetes API.
 *
 * <p>What the row of a kind names is loaded when it is first asked for: a run loads only the rules of the kinds that it
 * meets.
 */
public final class Kind {
    private final String apiVersion;
    private final String name;
    private final Scope scope;
    private final Supplier<? extends KindRow<?>> source;
    private volatile @Nullable KindRow<?> row;

    Kind(String apiVersion, String name, Scope scope, Supplier<? extends KindRow<?>> source) {
        this.apiVersion = apiVersion;
        this.name = name;
        this.scope = scope;
        this.source = source;
    }

    /** The group and the version, as manifests write them: {@code apps/v1}. */
    public String apiVersion() {
        return apiVersion;
    }

    /** The API group; empty for the core group. */
    public String group() {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    /** The name of the kind: {@code StatefulSet}. */
    public String name() {
        return name;
    }

    /** Whether its objects belong to no namespace. */
    public boolean isClusterWide() {
        return scope == Scope.CLUSTER;
    }

    /** Whether objects of this kind are judged: Berth has their model and their rules. */
    public boolean isJudged() {
        return row().model != null;
    }

    /**
     * The model class of a kind that is judged.
     *
     * @throws IllegalStateException if the kind is not judged
     */
    public Class<? extends HasMetadata> model() {
        Class<? extends HasMetadata> model = row().model;
        if (model == null) {
            throw new IllegalStateException(apiVersion + " " + name + " has no model");
        }
        return model;
    }

    /** The class whose fields an object of this kind may have, whether the kind is judged or not; empty if not known. */
    public Optional<Class<? extends HasMetadata>> schema() {
        KindRow<?> known = row();
        return Optional.ofNullable(known.model == null ? known.decoded : known.model);
    }

    /** The type of the model whose keys have an order of their own in the rendered YAML: the kind, or its spec. */
    public Optional<String> keyOrder() {
        return Optional.ofNullable(row().keyOrder);
    }

    /** The path of the pod template, whose {@code metadata} and {@code spec} are those of the pods; empty text for a Pod. */
    public Optional<String> podTemplate() {
        return Optional.ofNullable(row().podTemplate);
    }

    /** Whether objects of this kind are pods, or a controller makes pods from them. */
    public boolean makesPods() {
        return row().makesPods;
    }

    /** Fills in what the server fills in when an object is created. */
    public void fillIn(HasMetadata object) {
        row().fillIn(object);
    }

    /** Fills in what the server fills in when an object is updated. */
    public void fillInAgain(HasMetadata object) {
        row().fillInAgain(object);
    }

    /** Adds what the server refuses of an object with its defaults. */
    public void checkCreation(HasMetadata object, ClusterFacts facts, Findings findings) {
        row().checkCreation(object, facts, findings);
    }

    /** Adds what the server refuses of an object that replaces another, whatever that one is. */
    public void checkAgain(HasMetadata object, ClusterFacts facts, Findings findings) {
        row().checkAgain(object, facts, findings);
    }

    /** Adds what the server refuses of an update, beyond what it refuses of a creation. */
    public void checkUpdate(Update update, Findings findings) {
        row().update.check(update, findings);
    }

    /** Whether the field may change although an update of the object was refused because of other fields. */
    public boolean mayChange(String field) {
        return row().update.mayChange(field);
    }

    KindRow<?> row() {
        KindRow<?> known = row;
        if (known == null) {
            known = source.get();
            row = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return apiVersion + " " + name;
    }
}
