package dev.berth.config;

import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import io.fabric8.kubernetes.api.model.EnvVarSourceBuilder;

/** A ConfigMap that containers and volumes read: one in the set, or an existing one. */
public sealed interface ConfigMapSource extends KeyedSource permits ConfigMap, ExistingConfigMap {

    @Override
    default EnvVar env(String name, String key) {
        return EnvVar.from(
                name,
                new EnvVarSourceBuilder()
                        .withNewConfigMapKeyRef()
                        .withName(name())
                        .withKey(requireKey(key))
                        .endConfigMapKeyRef()
                        .build(),
                outside());
    }

    @Override
    default EnvFrom envFrom() {
        return EnvFrom.of(
                new EnvFromSourceBuilder()
                        .withNewConfigMapRef()
                        .withName(name())
                        .endConfigMapRef()
                        .build(),
                outside());
    }
}
