package dev.berth.rules.decode;

import dev.berth.finding.Rule;

/** The rules of the API server's decoder, which come before the rules of a kind. */
final class DecodeRules {
    private static final String JSON = "vendor/sigs.k8s.io/json/internal/golang/encoding/json/decode.go";
    private static final String STRICT = "vendor/sigs.k8s.io/json/internal/golang/encoding/json/kubernetes_patch.go";

    static final Rule UNREADABLE =
            new Rule("yaml", "YAMLToJSONDecoder.Decode", "staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go");
    static final Rule TOO_LARGE =
            new Rule("document-size", "limitedReadBody", "staging/src/k8s.io/apiserver/pkg/endpoints/handlers/rest.go");
    static final Rule DUPLICATE_KEY = new Rule("duplicate-key", "saveStrictError", STRICT);
    static final Rule UNKNOWN_FIELD = new Rule("unknown-field", "saveStrictError", STRICT);
    static final Rule WRONG_TYPE = new Rule("wrong-type", "literalStore", JSON);
    static final Rule NUMBER_RANGE = new Rule("number-range", "literalStore", JSON);
    static final Rule BASE64 = new Rule("base64", "literalStore", JSON);
    static final Rule QUANTITY =
            new Rule("quantity", "ParseQuantity", "staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go");
    static final Rule INT_OR_STRING =
            new Rule("int-or-string", "UnmarshalJSON", "staging/src/k8s.io/apimachinery/pkg/util/intstr/intstr.go");
    static final Rule TIME =
            new Rule("time", "UnmarshalJSON", "staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/time.go");
    static final Rule UNKNOWN_KIND =
            new Rule("unknown-kind", "RESTMapping", "staging/src/k8s.io/apimachinery/pkg/api/meta/interfaces.go");

    private DecodeRules() {}
}
