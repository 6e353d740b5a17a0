package dev.berth.volumes.pod;

import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.object.ExistingObject;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A Secret in a {@link ProjectedVolume}; created by {@link VolumeProjection#secret}. */
public final class SecretProjection extends VolumeProjection {

    private final SecretSource secret;
    private final List<KeyToPath> items;
    private final boolean optional;

    SecretProjection(SecretSource secret, List<KeyToPath> items, boolean optional) {
        items.forEach(item -> secret.requireKey(item.key()));
        this.secret = secret;
        this.items = items;
        this.optional = optional;
    }

    /** Returns a copy that requires neither the Secret nor its keys. By default, the pod waits for them. */
    public SecretProjection optional() {
        return new SecretProjection(secret, items, true);
    }

    @Override
    void addFilesTo(FilePaths files) {
        String owner = "Secret \"" + secret.name() + "\"";
        items.forEach(item -> files.add(item.path(), owner));
        if (items.isEmpty() && secret instanceof Secret declared) {
            declared.demoValues().keySet().forEach(key -> files.add(key, owner));
        }
    }

    @Override
    Optional<ExistingObject> outside() {
        return secret.outside();
    }

    @Override
    io.fabric8.kubernetes.api.model.VolumeProjection toModel() {
        return new VolumeProjectionBuilder()
                .withNewSecret()
                .withName(secret.name())
                .withItems(items.stream().map(KeyToPath::toModel).toList())
                .withOptional(optional ? Boolean.TRUE : null)
                .endSecret()
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretProjection that
                && secret.equals(that.secret)
                && items.equals(that.items)
                && optional == that.optional;
    }

    @Override
    public int hashCode() {
        return Objects.hash(secret, items, optional);
    }

    @Override
    public String toString() {
        return "SecretProjection{" + secret.name() + "}";
    }
}
