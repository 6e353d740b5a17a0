package dev.berth.rules.kind;

import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.update.UpdateRule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the table states for a kind. Each attribute is either given, or left out for a stated reason.
 *
 * @param <T> the model class
 */
final class KindRow<T extends HasMetadata> {

    /** What a row must state. */
    enum Attribute {
        MODEL,
        DEFAULTS,
        CREATE_RULES,
        UPDATE_RULES,
        KEY_ORDER,
        POD_TEMPLATE
    }

    /** What the server refuses of creating an object of a kind. */
    @FunctionalInterface
    interface CreateRules<T> {
        void check(T object, ClusterFacts facts, Findings findings);
    }

    private static final UpdateRule NONE = (update, findings) -> {};

    final @Nullable Class<T> model;
    /** The model class of a kind that is only decoded. */
    @Nullable Class<? extends HasMetadata> decoded;

    /** For each attribute what it is, or why there is none. */
    private final Map<Attribute, String> stated = new EnumMap<>(Attribute.class);

    private Consumer<T> defaults = object -> {};
    private Consumer<T> defaultsAgain = object -> {};
    private CreateRules<T> create = (object, facts, findings) -> {};
    private CreateRules<T> createAgain = create;
    UpdateRule update = NONE;
    /** The type of the model whose keys have an order of their own in the rendered YAML. */
    @Nullable String keyOrder;

    @Nullable String podTemplate;

    boolean makesPods;

    private KindRow(@Nullable Class<T> model) {
        this.model = model;
    }

    /** A kind that is judged. */
    static <T extends HasMetadata> KindRow<T> of(Class<T> model) {
        return new KindRow<>(model).state(Attribute.MODEL, model.getName());
    }

    /** A kind that a server knows and Berth does not judge. */
    static KindRow<HasMetadata> notJudged() {
        String reason = "objects of this kind are not judged";
        return new KindRow<>((Class<HasMetadata>) null)
                .state(Attribute.MODEL, reason)
                .state(Attribute.CREATE_RULES, reason)
                .withoutDefaults(reason)
                .withoutUpdateRules(reason)
                .withoutKeyOrder(reason)
                .withoutPods();
    }

    /** A kind that is not judged, although its fields are known: a server refuses others. */
    static KindRow<HasMetadata> decoded(Class<? extends HasMetadata> schema) {
        KindRow<HasMetadata> row = notJudged();
        row.decoded = schema;
        return row;
    }

    /** The defaults, on creation and on every update. */
    KindRow<T> defaults(Consumer<T> fill) {
        return defaults(fill, fill);
    }

    /** The defaults on creation, and those on an update. */
    KindRow<T> defaults(Consumer<T> fill, Consumer<T> again) {
        defaults = fill;
        defaultsAgain = again;
        return state(Attribute.DEFAULTS, "given");
    }

    KindRow<T> withoutDefaults(String reason) {
        return state(Attribute.DEFAULTS, reason);
    }

    /** The rules for creation, which depend on nothing but the object. */
    KindRow<T> create(BiConsumer<T, Findings> rules) {
        return create((object, facts, findings) -> rules.accept(object, findings));
    }

    /** The rules for creation, and the part of them that the server repeats on an update. */
    KindRow<T> create(BiConsumer<T, Findings> rules, BiConsumer<T, Findings> again) {
        create(rules);
        createAgain = (object, facts, findings) -> again.accept(object, findings);
        return this;
    }

    /** The rules for creation, which depend on what the cluster has. */
    KindRow<T> create(CreateRules<T> rules) {
        create = rules;
        createAgain = rules;
        return state(Attribute.CREATE_RULES, "given");
    }

    KindRow<T> update(UpdateRule rule) {
        update = rule;
        return state(Attribute.UPDATE_RULES, "given");
    }

    /** Everything may change. */
    KindRow<T> withoutUpdateRules(String reason) {
        return state(Attribute.UPDATE_RULES, reason);
    }

    /** The type of the model for which {@code dev.berth.yaml.KeyOrder} lists the keys: the kind itself, or its spec. */
    KindRow<T> keyOrder(String type) {
        keyOrder = type;
        return state(Attribute.KEY_ORDER, type);
    }

    KindRow<T> withoutKeyOrder(String reason) {
        return state(Attribute.KEY_ORDER, reason);
    }

    /** Where the metadata and the spec of its pods are: in a template, or for a Pod at the root, which is empty text. */
    KindRow<T> pods(String template) {
        makesPods = true;
        return podTemplate(template);
    }

    /** A template from which no controller makes pods by itself. */
    KindRow<T> podTemplate(String path) {
        podTemplate = path;
        return state(Attribute.POD_TEMPLATE, "at \"" + path + "\"");
    }

    KindRow<T> withoutPods() {
        return state(Attribute.POD_TEMPLATE, "none");
    }

    /** What the row states: for each attribute that it has, or has not for a reason. */
    Map<Attribute, String> stated() {
        return Collections.unmodifiableMap(stated);
    }

    void fillIn(HasMetadata object) {
        defaults.accept(cast(object));
    }

    void fillInAgain(HasMetadata object) {
        defaultsAgain.accept(cast(object));
    }

    void checkCreation(HasMetadata object, ClusterFacts facts, Findings findings) {
        create.check(cast(object), facts, findings);
    }

    void checkAgain(HasMetadata object, ClusterFacts facts, Findings findings) {
        createAgain.check(cast(object), facts, findings);
    }

    @SuppressWarnings("unchecked") // A kind that is not judged has no rules, which take any object.
    private T cast(HasMetadata object) {
        return model == null ? (T) object : model.cast(object);
    }

    private KindRow<T> state(Attribute attribute, String what) {
        stated.put(attribute, what);
        return this;
    }
}
