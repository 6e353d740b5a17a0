package dev.berth.config;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A ConfigMap that lives in the cluster already; its keys are taken on trust. */
public record ExistingConfigMap(String name) implements ConfigMapSource {

    /**
     * Names a ConfigMap.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain
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
