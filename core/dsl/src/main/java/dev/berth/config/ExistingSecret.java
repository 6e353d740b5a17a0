package dev.berth.config;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A Secret that already exists in the cluster. Its keys are not checked. */
public record ExistingSecret(String name) implements SecretSource {

    /**
     * Refers to a Secret.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    public ExistingSecret {
        NameFormat.DNS_SUBDOMAIN.require("Secret: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("Secret", name));
    }

    @Override
    public String requireKey(String key) {
        return NameFormat.CONFIG_KEY.require("Secret \"" + name + "\" key", key);
    }
}
