package dev.berth.config;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/**
 * A key of a Secret, for a custom resource that reads its value. Created by {@link SecretSource#key(String)}.
 *
 * @param name the name of the Secret
 * @param key the key
 * @param outside the Secret, if it is outside the rendered set
 */
public record SecretKeyRef(String name, String key, Optional<ExistingObject> outside) {}
