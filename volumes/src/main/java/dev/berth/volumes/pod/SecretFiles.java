package dev.berth.volumes.pod;

import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.object.ExistingObject;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A Secret in a {@link ProjectedVolume}; made by {@link Projection#secret}. */
public final class SecretFiles extends Projection {

    private final SecretSource secret;
    private final List<KeyFile> items;
    private final boolean optional;

    SecretFiles(SecretSource secret, List<KeyFile> items, boolean optional) {
        items.forEach(item -> secret.requireKey(item.key()));
        this.secret = secret;
        this.items = items;
        this.optional = optional;
    }

    /** The same, where the pod also starts without the Secret or some of the keys. It waits for them unless said. */
    public SecretFiles optional() {
        return new SecretFiles(secret, items, true);
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
    VolumeProjection toModel() {
        return new VolumeProjectionBuilder()
                .withNewSecret()
                .withName(secret.name())
                .withItems(items.stream().map(KeyFile::toModel).toList())
                .withOptional(optional ? Boolean.TRUE : null)
                .endSecret()
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretFiles that
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
        return "SecretFiles{" + secret.name() + "}";
    }
}
