package dev.berth.ingress;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * A controller that implements Ingresses.
 *
 * <pre>{@code
 * var internal = IngressClass.named("internal")
 *         .controller("example.com/ingress-controller")
 *         .defaultClass(true)
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/networking/validation/validation.go}, {@code
 * ValidateIngressClass}.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class IngressClass extends NamedManifest
        implements IngressClassSource, ExtensibleIngressClass {

    private static final String DEFAULT_MARK = "ingressclass.kubernetes.io/is-default-class";
    private static final int LONGEST_CONTROLLER = 250;

    /** A DNS subdomain, a slash and a path; {@code IsDomainPrefixedPath}. */
    private static final Pattern CONTROLLER = Pattern.compile("([^/]+)/[-a-zA-Z0-9._~%!$&'()*+,;=:@/]+");

    IngressClass() {}

    /**
     * Returns a builder for an IngressClass.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code
     *     ValidateIngressClassName}
     */
    public static IngressClassBuildStages.ControllerBuildStage named(String name) {
        return IngressClassBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("IngressClass: metadata.name", name));
    }

    /** An IngressClass that already exists in the cluster. */
    public static IngressClassSource existing(String name) {
        return new ExistingIngressClass(name);
    }

    /** The name of the controller, such as {@code k8s.io/ingress-nginx}. It is immutable. */
    public abstract String controller();

    /** Whether an Ingress without a class gets this one when it is created. Defaults to false. */
    public abstract Optional<Boolean> defaultClass();

    /** Changes the fabric8 model of the IngressClass, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<IngressClassBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("IngressClass");
        String what = "IngressClass \"" + name() + "\"";
        if (controller().length() > LONGEST_CONTROLLER) {
            throw InvalidValueException.of(
                    what + ": spec.controller",
                    controller(),
                    "must have at most " + LONGEST_CONTROLLER + " characters, but has "
                            + controller().length());
        }
        var parts = CONTROLLER.matcher(controller());
        if (!parts.matches() || !NameFormat.DNS_SUBDOMAIN.accepts(parts.group(1))) {
            throw InvalidValueException.of(
                    what + ": spec.controller",
                    controller(),
                    "must be a domain and a path, such as k8s.io/ingress-nginx");
        }
        if (defaultClass().isPresent() && annotations().containsKey(DEFAULT_MARK)) {
            throw new InvalidValueException(what + ": metadata.annotations[" + DEFAULT_MARK
                    + "]: Forbidden: defaultClass(…) already sets it: remove one of them");
        }
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public HasMetadata toModel() {
        ObjectMeta metadata = metadata();
        defaultClass().ifPresent(mark -> {
            Map<String, String> all = new LinkedHashMap<>(annotations());
            all.put(DEFAULT_MARK, mark.toString());
            metadata.setAnnotations(all);
        });
        IngressClassBuilder model = new IngressClassBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .withController(controller())
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(model).build();
    }
}
