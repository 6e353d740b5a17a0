package dev.berth.secret;

import dev.berth.config.CreatedSecret;
import dev.berth.config.SecretSource;
import dev.berth.custom.DurationText;
import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedCustomResource;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A Secret whose values External Secrets reads from a store outside the cluster, such as Vault or AWS Secrets Manager.
 * {@link #secret()} is that Secret, whose keys containers and volumes use.
 *
 * <pre>{@code
 * private final ExternalSecret login = ExternalSecret.named("postgres-login")
 *         .secretStore(SecretStoreRef.clusterSecretStore("vault"))
 *         .putData("username", RemoteRef.of("shop/postgres").property("user"))
 *         .putData("password", RemoteRef.of("shop/postgres").property("password"))
 *         .build();
 * }</pre>
 *
 * <p>It follows the CRD of External Secrets 2.9.0, {@code external-secrets.io/v1}. Source of the limits: {@code
 * apis/externalsecrets/v1/externalsecret_types.go}, and {@code externalsecret_validator.go}, {@code
 * validateExternalSecret}.
 */
@Value.Immutable
@Dsl
public abstract class ExternalSecret extends NamedCustomResource implements ExtensibleExternalSecret {

    ExternalSecret() {}

    /**
     * Returns a builder for an ExternalSecret.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain
     */
    public static ExternalSecretBuildStages.SecretStoreBuildStage named(String name) {
        return ExternalSecretBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("ExternalSecret: metadata.name", name));
    }

    /** Whether the controller creates the Secret or writes into one that exists. */
    public enum CreationPolicy {
        /** It creates the Secret, and Kubernetes deletes it with the ExternalSecret. The default. */
        OWNER("Owner"),
        /** It creates the Secret, which stays when the ExternalSecret is deleted. */
        ORPHAN("Orphan"),
        /** It adds keys to a Secret that exists. */
        MERGE("Merge");

        private final String value;

        CreationPolicy(String value) {
            this.value = value;
        }
    }

    /** What happens to the Secret when the values are removed from the store. */
    public enum DeletionPolicy {
        /** The Secret stays. The default. */
        RETAIN("Retain"),
        /** The Secret is deleted when all values are removed. Only with {@link CreationPolicy#OWNER} and ORPHAN. */
        DELETE("Delete"),
        /** The keys are removed from the Secret. */
        MERGE("Merge");

        private final String value;

        DeletionPolicy(String value) {
            this.value = value;
        }
    }

    /** The store. */
    public abstract SecretStoreRef secretStore();

    /** The values by the key that they get in the Secret. */
    public abstract Map<String, RemoteRef> data();

    /** Values that are maps, whose entries all become keys of the Secret. Its keys cannot be checked then. Optional. */
    public abstract List<RemoteRef> dataFrom();

    /** How often the values are read again, at least 1 s. Defaults to 1 hour. */
    public abstract Optional<Duration> refreshInterval();

    /** The name of the Secret. Defaults to the name of the ExternalSecret. */
    public abstract Optional<String> secretName();

    /** Whether the controller creates the Secret. Defaults to {@link CreationPolicy#OWNER}. */
    public abstract Optional<CreationPolicy> creationPolicy();

    /** What happens when the values are removed from the store. Defaults to {@link DeletionPolicy#RETAIN}. */
    public abstract Optional<DeletionPolicy> deletionPolicy();

    /** The type of the Secret, such as {@code kubernetes.io/tls}. Defaults to {@code Opaque}. */
    public abstract Optional<String> type();

    /**
     * The keys of the Secret as templates of Go, in which {@code {{ .password }}} stands for the value with this key. The
     * Secret then has these keys alone. Optional.
     */
    public abstract Map<String, String> templateData();

    @Value.Check
    void check() {
        checkMetadata("ExternalSecret");
        String what = owner() + ": spec.";
        secret();
        if (data().isEmpty() && dataFrom().isEmpty()) {
            throw new InvalidValueException(
                    what + "data: Required value: the Secret would be empty: add a value with putData or addDataFrom");
        }
        data().keySet().forEach(key -> NameFormat.CONFIG_KEY.require(what + "data", key));
        templateData().keySet().forEach(key -> NameFormat.CONFIG_KEY.require(what + "target.template.data", key));
        refreshInterval()
                .ifPresent(time -> DurationText.require(what + "refreshInterval", time, Duration.ofSeconds(1)));
        if (deletionPolicy().filter(DeletionPolicy.DELETE::equals).isPresent()
                && creationPolicy().filter(CreationPolicy.MERGE::equals).isPresent()) {
            throw InvalidValueException.of(
                    what + "target.deletionPolicy",
                    "Delete",
                    "must not be combined with the creation policy Merge: the controller does not own the Secret");
        }
    }

    private String owner() {
        return "ExternalSecret \"" + name() + "\"";
    }

    /** The Secret with the values. */
    public SecretSource secret() {
        return new CreatedSecret(secretName().orElse(name()), owner(), keys());
    }

    private Optional<List<String>> keys() {
        if (!templateData().isEmpty()) {
            return Optional.of(List.copyOf(templateData().keySet()));
        }
        return dataFrom().isEmpty() ? Optional.of(List.copyOf(data().keySet())) : Optional.empty();
    }

    @Override
    public Set<ExistingObject> existing() {
        return Set.of(secretStore().outside());
    }

    @Override
    public HasMetadata toModel() {
        Fields target = new Fields()
                .put("name", secretName())
                .put("creationPolicy", creationPolicy().map(policy -> policy.value))
                .put("deletionPolicy", deletionPolicy().map(policy -> policy.value))
                .put("template", new Fields().put("type", type()).put("data", templateData()));
        Fields spec = new Fields()
                .put("refreshInterval", refreshInterval().map(DurationText::of))
                .put("secretStoreRef", secretStore().toModel())
                .put("target", target)
                .put(
                        "data",
                        data().entrySet().stream().map(ExternalSecret::entry).toList())
                .put(
                        "dataFrom",
                        dataFrom().stream().map(ExternalSecret::extract).toList());
        return customResource("external-secrets.io/v1", "ExternalSecret", spec.toMap());
    }

    private static Object entry(Map.Entry<String, RemoteRef> value) {
        return new Fields()
                .put("secretKey", value.getKey())
                .put("remoteRef", value.getValue().toModel())
                .toMap();
    }

    private static Object extract(RemoteRef value) {
        return new Fields().put("extract", value.toModel()).toMap();
    }
}
