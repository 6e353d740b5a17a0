package dev.berth.rules.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.rules.format.IpAddress;
import dev.berth.rules.server.Expectation;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointSliceRulesTest {
    private static Expectation slice(String fields) {
        return Expectation.of("""
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {name: s}
                """ + fields);
    }

    @ParameterizedTest
    @CsvSource({
        "IPv4, 192.0.2.1,",
        "IPv4, 127.0.0.1, endpoints[0].addresses[0]",
        "IPv4, 010.0.0.1, endpoints[0].addresses[0]",
        "IPv4, 2001:db8::1, endpoints[0].addresses",
        "IPv6, 2001:db8::1,",
        "IPv6, 2001:DB8::1, endpoints[0].addresses[0]",
        "IPv6, 2001:db8:0:0:0:0:0:1, endpoints[0].addresses[0]",
        "IPv6, 192.0.2.1, endpoints[0].addresses",
        "FQDN, db.example.com,",
        "FQDN, db, endpoints[0].addresses[0]"
    })
    void an_address_has_the_type_of_the_slice(String type, String address, String field) {
        Expectation slice = slice("addressType: " + type + "\nendpoints: [{addresses: ['" + address + "']}]");
        if (field == null) {
            slice.isAccepted();
        } else {
            slice.finds("endpoint-address FieldValueInvalid " + field);
        }
    }

    @Test
    void the_type_of_the_addresses_is_required() {
        slice("endpoints: []").finds("endpoint-address-type FieldValueRequired addressType");
        slice("addressType: MAC").finds("endpoint-address-type FieldValueNotSupported addressType");
    }

    @Test
    void ports_have_unique_names_and_known_protocols() {
        slice("addressType: IPv4\nports: [{port: 1}, {name: a, port: 0}, {name: b, appProtocol: kubernetes.io/h2c}]")
                .isAccepted();
        slice("addressType: IPv4\nports: [{port: 1}, {port: 2}, {name: A}, {name: c, protocol: tcp, appProtocol: a b}]")
                .finds(
                        "endpoint-port FieldValueDuplicate ports[1].name",
                        "endpoint-port FieldValueInvalid ports[2].name",
                        "endpoint-port FieldValueNotSupported ports[3].protocol",
                        "endpoint-port FieldValueInvalid ports[3].appProtocol");
    }

    @Test
    void names_in_an_endpoint_are_checked() {
        slice("addressType: IPv4\nendpoints: [{addresses: [192.0.2.1], hostname: A, nodeName: B_C}]")
                .finds(
                        "endpoint-name FieldValueInvalid endpoints[0].nodeName",
                        "endpoint-name FieldValueInvalid endpoints[0].hostname");
        slice("addressType: IPv4\nendpoints: [{addresses: []}]")
                .finds("endpoint-address FieldValueRequired endpoints[0].addresses");
    }

    @Test
    void hints_name_each_zone_once_and_at_most_eight() {
        String endpoint = "addressType: IPv4\nendpoints: [{addresses: [192.0.2.1], hints: {%s}}]";
        slice(endpoint.formatted("forZones: [{name: a}, {name: a}]"))
                .finds("endpoint-hint FieldValueDuplicate endpoints[0].hints.forZones[1].name");
        String nine = IntStream.range(0, 9).mapToObj(i -> "{name: z" + i + "}").collect(Collectors.joining(", "));
        slice(endpoint.formatted("forNodes: [" + nine + "]"))
                .finds("endpoint-hint FieldValueTooMany endpoints[0].hints.forNodes");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0, ::",
        "1:0:0:0:0:0:0:0, 1::",
        "::1, ::1",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
        "fe80::0102:304, fe80::102:304"
    })
    void an_address_has_one_canonical_form(String text, String canonical) {
        IpAddress address = Objects.requireNonNull(IpAddress.parse(text));
        assertThat(address).hasToString(canonical);
        assertThat(address.isCanonical(canonical)).isTrue();
    }
}
