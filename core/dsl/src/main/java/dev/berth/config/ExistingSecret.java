package dev.berth.config;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A Secret that lives in the cluster already; its keys are taken on trust. */
public record ExistingSecret(String name) implements SecretSource {

    /**
     * Names a Secret.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain
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
