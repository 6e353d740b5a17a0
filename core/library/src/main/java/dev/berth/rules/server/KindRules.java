package dev.berth.rules.server;

import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.config.ConfigMapRules;
import dev.berth.rules.config.NamespaceRules;
import dev.berth.rules.config.SecretRules;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;

/** Which rules a kind has. */
final class KindRules {
    private KindRules() {}

    /** Holds an object with its defaults against the rules of its kind. */
    static void check(HasMetadata model, ClusterFacts facts, Findings findings) {
        if (model instanceof ConfigMap config) {
            ConfigMapRules.check(config, findings);
        } else if (model instanceof Secret secret) {
            SecretRules.check(secret, findings);
        } else if (model instanceof ServiceAccount account) {
            NamespaceRules.checkServiceAccount(account, findings);
        } else if (model instanceof Namespace namespace) {
            NamespaceRules.check(namespace, findings);
        }
    }
}
