package dev.berth.rules.decode;

import dev.berth.model.ModelFields;
import dev.berth.rules.decode.FieldType.ListOf;
import dev.berth.rules.decode.FieldType.MapOf;
import dev.berth.rules.decode.FieldType.ObjectOf;
import dev.berth.rules.decode.FieldType.Scalar;
import dev.berth.rules.decode.ObjectSchema.Members;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the schema of Kubernetes 1.36 from the fabric8 model classes, and corrects it where the classes have less than
 * the Go types (times and bytes are strings in the model) or more (fields added in Kubernetes 1.37).
 */
final class SchemaReader {
    private static final Set<String> TIMES = Set.of(
            "completionTime",
            "creationTimestamp",
            "deletionTimestamp",
            "finishedAt",
            "lastPhaseTransitionTime",
            "lastProbeTime",
            "lastScheduleTime",
            "lastSuccessfulTime",
            "lastTransitionTime",
            "lastUpdateTime",
            "startTime",
            "startedAt",
            "time");

    /** Fields of the model that Kubernetes 1.36 does not have yet, by the simple name of their type. */
    static final Map<String, Set<String>> SINCE_1_37 = Map.ofEntries(
            Map.entry("ClusterTrustBundleProjection", Set.of("user")),
            Map.entry("ConfigMapVolumeSource", Set.of("defaultUser")),
            Map.entry("DownwardAPIVolumeFile", Set.of("user")),
            Map.entry("DownwardAPIVolumeSource", Set.of("defaultUser")),
            Map.entry("EmptyDirVolumeSource", Set.of("mode")),
            Map.entry("GRPCAction", Set.of("mode")),
            Map.entry("HTTPGetAction", Set.of("protocol")),
            Map.entry("JobSpec", Set.of("scheduling")),
            Map.entry("KeyToPath", Set.of("user")),
            Map.entry("PersistentVolumeClaimStatus", Set.of("healthStatus")),
            Map.entry("PodCertificateProjection", Set.of("user")),
            Map.entry("PodSpec", Set.of("evictionResponders")),
            Map.entry("PodStatus", Set.of("volumeHealth")),
            Map.entry("ProjectedVolumeSource", Set.of("defaultUser")),
            Map.entry("SecretVolumeSource", Set.of("defaultUser")),
            Map.entry("ServiceAccountTokenProjection", Set.of("user")),
            Map.entry("VolumeMount", Set.of("bindMountOptions")));

    /** Fields whose Java names differ from their names in Kubernetes by more than the underscore of a keyword. */
    private static final Map<String, String> NAMED_OTHERWISE = Map.of("DaemonEndpoint.port", "Port");

    /** Lists that the server fills in if they are absent, but not if they are empty. */
    private static final Set<String> ABSENT_IS_NOT_EMPTY = Set.of("HPAScalingRules.policies");

    private final Map<Class<?>, ObjectSchema> schemas = new ConcurrentHashMap<>();

    /** Returns the schema of a model class; a reader returns the same one for each call. */
    ObjectSchema schemaOf(Class<?> type) {
        ObjectSchema known = schemas.get(type);
        if (known == null) {
            ObjectSchema read = new ObjectSchema(type, this);
            known = Objects.requireNonNullElse(schemas.putIfAbsent(type, read), read);
        }
        return known;
    }

    /** Reads the fields of a model class. */
    Members membersOf(Class<?> type) {
        Members members = new Members(type);
        Set<String> tooNew = SINCE_1_37.getOrDefault(type.getSimpleName(), Set.of());
        for (Field field : type.getDeclaredFields()) {
            if (isOfSchema(field)) {
                String name = nameOf(field);
                if (!tooNew.contains(name)) {
                    members.put(name, fieldType(type, name, typeOf(field)), field);
                }
                if (ABSENT_IS_NOT_EMPTY.contains(type.getSimpleName() + "." + name)) {
                    members.putNullIfAbsent(field);
                }
            }
        }
        return members;
    }

    /** The rest of a model class is for Jackson: fields without a name in Kubernetes. */
    private static boolean isOfSchema(Field field) {
        return !Modifier.isStatic(field.getModifiers()) && !field.getName().equals("additionalProperties");
    }

    /**
     * Returns the name in Kubernetes, which has an underscore in Java if it is a keyword there. The annotations state it
     * too, but parsing those of a thousand fields took a quarter of the time of a cold run.
     */
    private static String nameOf(Field field) {
        String name = ModelFields.nameOf(field);
        return NAMED_OTHERWISE.getOrDefault(field.getDeclaringClass().getSimpleName() + "." + name, name);
    }

    /** Only lists and maps have type arguments, which have to be parsed. */
    private static Type typeOf(Field field) {
        return field.getType() == List.class || field.getType() == Map.class ? field.getGenericType() : field.getType();
    }

    private FieldType fieldType(Class<?> owner, String name, Type type) {
        boolean secretData = owner == Secret.class && name.equals("data");
        boolean binaryData = owner == ConfigMap.class && name.equals("binaryData");
        if (secretData || binaryData) {
            return new MapOf(Scalar.BYTES);
        }
        if (owner == PodDisruptionBudgetStatus.class && name.equals("disruptedPods")) {
            return new MapOf(Scalar.TIME);
        }
        if (type == String.class && TIMES.contains(name)) {
            return Scalar.TIME;
        }
        return fieldType(type);
    }

    private FieldType fieldType(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            FieldType last = fieldType(arguments[arguments.length - 1]);
            if (generic.getRawType() == List.class) {
                return new ListOf(last);
            }
            return new MapOf(last);
        }
        if (type == String.class) {
            return Scalar.STRING;
        }
        if (type == Boolean.class) {
            return Scalar.BOOL;
        }
        if (type == Integer.class) {
            return Scalar.INT32;
        }
        if (type == Long.class) {
            return Scalar.INT64;
        }
        if (type == Quantity.class) {
            return Scalar.QUANTITY;
        }
        if (type == IntOrString.class) {
            return Scalar.INT_OR_STRING;
        }
        if (type == FieldsV1.class || type == Object.class) {
            return Scalar.ANY;
        }
        return new ObjectOf(schemaOf((Class<?>) type));
    }
}
