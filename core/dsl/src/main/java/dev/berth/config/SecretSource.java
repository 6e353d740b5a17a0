package dev.berth.config;

import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import io.fabric8.kubernetes.api.model.EnvVarSourceBuilder;

/** A Secret that containers and volumes read: one in the set, one that a controller creates, or an existing one. */
public sealed interface SecretSource extends KeyedSource permits Secret, ExistingSecret, CreatedSecret {

    @Override
    default EnvVar env(String name, String key) {
        return EnvVar.from(
                name,
                new EnvVarSourceBuilder()
                        .withNewSecretKeyRef()
                        .withName(name())
                        .withKey(requireKey(key))
                        .endSecretKeyRef()
                        .build(),
                outside());
    }

    @Override
    default EnvFrom envFrom() {
        return EnvFrom.of(
                new EnvFromSourceBuilder()
                        .withNewSecretRef()
                        .withName(name())
                        .endSecretRef()
                        .build(),
                outside());
    }

    /**
     * A key of the Secret, for a custom resource that reads its value.
     *
     * @throws dev.berth.value.InvalidValueException if the Secret is in the set and does not have the key
     */
    default SecretKeyRef key(String key) {
        return new SecretKeyRef(name(), requireKey(key), outside());
    }
}
