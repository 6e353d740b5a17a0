package dev.berth.cel.cost;

import dev.berth.cel.library.KubernetesTypes;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the functions of Kubernetes cost. Mirrors {@code EstimateCallCost} in
 * {@code staging/src/k8s.io/apiserver/pkg/cel/library/cost.go}.
 */
final class KubernetesCost {
    /** The length that the server assumes for the regular expression of a named format. */
    private static final double FORMAT_REGEX = 128;
    /** The longest name of a format. */
    private static final long FORMAT_NAME = 64;
    /** The bytes of an address. */
    private static final Range ADDRESS = new Range(4, 16);

    private final Sizes sizes;

    KubernetesCost(Sizes sizes) {
        this.sizes = sizes;
    }

    /** Returns the cost of the call itself; null if it is not a function of Kubernetes. */
    @Nullable CallCost cost(String function, String overload, @Nullable Sized target, List<Sized> arguments) {
        return switch (function) {
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" -> target == null ? null : traverse(target);
            case "lowerAscii", "upperAscii", "substring", "trim" -> target == null ? null : change(size(target));
            case "replace" ->
                target == null ? null : replace(size(target), size(arguments.get(0)), size(arguments.get(1)));
            case "split" -> target == null ? null : split(size(target), arguments);
            case "join" -> target == null ? null : join(target, arguments);
            case "find", "findAll" -> target == null ? null : find(size(target), size(arguments.get(0)));
            case "url" -> change(size(arguments.get(0)));
            case "cidr", "isIP", "isCIDR", "quantity", "isQuantity", "semver", "isSemver" -> parse(arguments, 1);
            case "ip" -> overload.equals("cidr_ip") ? CallCost.ONE : parse(arguments, 1);
            case "ip.isCanonical" -> parse(arguments, 2);
            case "containsIP", "containsCIDR" -> contains(overload, arguments);
            case "validate" ->
                CallCost.of(size(arguments.get(0)).times(Costs.TRAVERSAL).times(FORMAT_REGEX * Costs.REGEX));
            case "masked",
                    "prefixLength",
                    "family",
                    "isUnspecified",
                    "isLoopback",
                    "isLinkLocalMulticast",
                    "isLinkLocalUnicast",
                    "isGlobalUnicast",
                    "format.named",
                    "sign",
                    "asInteger",
                    "isInteger",
                    "asApproximateFloat",
                    "isGreaterThan",
                    "isLessThan",
                    "compareTo",
                    "add",
                    "sub",
                    "major",
                    "minor",
                    "patch",
                    "getScheme",
                    "getHostname",
                    "getHost",
                    "getPort",
                    "getEscapedPath",
                    "getQuery",
                    // builders of authorizers, whose names count even where they are functions of others
                    "name",
                    "group",
                    "path",
                    "reason",
                    "error" -> CallCost.ONE;
            case "_==_" -> equality(arguments.get(0), arguments.get(1));
            default -> null;
        };
    }

    private Range size(Sized sized) {
        if (sized.size() != null) {
            return sized.size();
        }
        Range declared = sizes.declared(sized.path());
        return declared == null ? Range.UNKNOWN : declared;
    }

    private static @Nullable Sized elements(Sized list) {
        List<CelType> parameters = list.type().parameters();
        if (parameters.isEmpty()) {
            return null;
        }
        List<String> path = list.path() == null ? null : Sizes.below(list.path(), SizeLookup.ITEMS);
        return new Sized(path, parameters.get(0), null, null);
    }

    private CallCost traverse(Sized target) {
        Sized elements = elements(target);
        if (elements == null) {
            return CallCost.of(size(target).times(Costs.TRAVERSAL));
        }
        CelKind kind = elements.type().kind();
        boolean text = kind == CelKind.STRING || kind == CelKind.BYTES;
        Range each = text ? Range.ONE.plus(size(elements).times(Costs.TRAVERSAL)) : Range.ONE;
        return CallCost.of(size(target).times(each));
    }

    private static CallCost change(Range size) {
        return new CallCost(size.times(Costs.TRAVERSAL), size);
    }

    private static CallCost replace(Range text, Range part, Range by) {
        Range size = new Range(shortest(text.min(), part.max(), by.min()), longest(text.max(), part.min(), by.max()));
        return new CallCost(text.times(2 * Costs.TRAVERSAL), size);
    }

    /** Returns the longest result: the shortest parts are replaced by the longest texts, as often as possible. */
    private static long longest(long text, long part, long by) {
        if (part == 0) {
            return Range.of(text)
                    .plus(Range.ONE)
                    .times(Range.of(by))
                    .plus(Range.of(text))
                    .max();
        }
        return by <= part ? text : Range.multiply((long) Math.ceil((double) text / part), by);
    }

    /** Returns the shortest result: the longest parts are replaced by the shortest texts. */
    private static long shortest(long text, long part, long by) {
        if (part == 0) {
            return Range.of(text)
                    .plus(Range.ONE)
                    .times(Range.of(by))
                    .plus(Range.of(text))
                    .max();
        }
        return part <= by ? text : Range.multiply((long) Math.ceil((double) text / part), by);
    }

    private static CallCost split(Range text, List<Sized> arguments) {
        long parts = text.max();
        CelExpr limit = arguments.size() > 1 ? arguments.get(1).expression() : null;
        if (limit != null
                && limit.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && limit.constant().getKind() == CelConstant.Kind.INT64_VALUE) {
            long written = limit.constant().int64Value();
            parts = written < 0 ? Long.MAX_VALUE : written;
        }
        return new CallCost(text.times(2 * Costs.TRAVERSAL), new Range(0, parts));
    }

    private CallCost join(Sized target, List<Sized> arguments) {
        Range list = size(target);
        Sized elements = elements(target);
        Range size = elements == null ? Range.ZERO : list.times(size(elements));
        if (!arguments.isEmpty()) {
            Range separators = new Range(Math.max(0, list.min() - 1), Math.max(0, list.max() - 1));
            size = size.plus(size(arguments.get(0)).times(separators));
        }
        return new CallCost(size.times(Costs.TRAVERSAL), size);
    }

    private static CallCost find(Range text, Range expression) {
        return new CallCost(FunctionCost.matches(text, expression), new Range(0, text.max()));
    }

    private CallCost parse(List<Sized> arguments, int times) {
        return CallCost.of(size(arguments.get(0)).times(times * Costs.TRAVERSAL));
    }

    private CallCost contains(String overload, List<Sized> arguments) {
        Range cost = ADDRESS.plus(ADDRESS).times(Costs.TRAVERSAL);
        if (overload.startsWith("cidr_contains_cidr")) {
            cost = cost.plus(ADDRESS.times(Costs.TRAVERSAL)).plus(Range.ONE);
        }
        boolean parses = overload.endsWith("_string");
        return CallCost.of(parses ? cost.plus(size(arguments.get(0)).times(Costs.TRAVERSAL)) : cost);
    }

    private @Nullable CallCost equality(Sized left, Sized right) {
        String type = left.type().name();
        if (left.type().kind() != CelKind.OPAQUE || !type.equals(right.type().name())) {
            return null;
        }
        if (type.equals(KubernetesTypes.FORMAT.name())) {
            return CallCost.of(new Range(1, FORMAT_NAME).times(Costs.TRAVERSAL));
        }
        if (type.equals(KubernetesTypes.URL.name())) {
            long longest = right.size() == null ? 1 : right.size().max();
            return CallCost.of(new Range(1, longest).times(Costs.TRAVERSAL));
        }
        return type.equals("optional_type") ? null : CallCost.ONE;
    }
}
