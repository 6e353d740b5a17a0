package dev.berth.config;

import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Nearest;
import java.util.List;
import java.util.Optional;

/**
 * A Secret that a controller creates for a custom resource, such as a Certificate or an ExternalSecret. The custom
 * resource must be in the set: a Secret that nothing creates is reported as missing.
 *
 * @param name the name of the Secret
 * @param owner the custom resource, for messages, such as {@code Certificate "shop-tls"}
 * @param keys its keys; empty if only the controller knows them
 */
public record CreatedSecret(String name, String owner, Optional<List<String>> keys) implements SecretSource {

    /**
     * Describes the Secret.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain
     */
    public CreatedSecret {
        NameFormat.DNS_SUBDOMAIN.require(owner + ": the name of its Secret", name);
        keys = keys.map(List::copyOf);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public String requireKey(String key) {
        NameFormat.CONFIG_KEY.require("Secret \"" + name + "\" key", key);
        if (keys.filter(known -> !known.contains(key)).isPresent()) {
            throw new InvalidValueException("Secret \"" + name + "\" of " + owner + " has no key \"" + key
                    + "\". Keys: " + String.join(", ", keys.get()) + "." + Nearest.question(key, keys.get()));
        }
        return key;
    }
}
