package dev.berth.config;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A ConfigMap that already exists in the cluster. Its keys are not checked. */
public record ExistingConfigMap(String name) implements ConfigMapSource {

    /**
     * Refers to a ConfigMap.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    public ExistingConfigMap {
        NameFormat.DNS_SUBDOMAIN.require("ConfigMap: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("ConfigMap", name));
    }

    @Override
    public String requireKey(String key) {
        return NameFormat.CONFIG_KEY.require("ConfigMap \"" + name + "\" key", key);
    }
}
