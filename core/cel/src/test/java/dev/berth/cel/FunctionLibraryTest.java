package dev.berth.cel;

import static dev.berth.cel.Expressions.onCreation;
import static dev.berth.cel.Expressions.schema;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions of Kubernetes: each expression is true. */
class FunctionLibraryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity('1.5Gi').compareTo(quantity('1536Mi')) == 0",
                "quantity('200M') == quantity('0.2G')",
                "quantity('50k').add(quantity('20')).sub(20) == quantity('50k')",
                "quantity('50k').add(20).asInteger() == 50020",
                "sign(quantity('-0.1')) == -1 && sign(quantity('0')) == 0",
                "!quantity('0.5').isInteger() && quantity('500m').asApproximateFloat() == 0.5",
                "!isQuantity('200K') && !isQuantity('Mi') && !isQuantity('1,3G') && isQuantity('1e3')",
                "quantity('1m').isGreaterThan(quantity('1u')) && quantity('1').isLessThan(quantity('1k'))",
            })
    void quantities(String expression) {
        assertHolds(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isIP('::1') && isIP('10.0.0.1') && !isIP('10.0.0.01') && !isIP('::ffff:1.2.3.4') && !isIP('fe80::1%eth0')",
                "ip('2001:db8::1').family() == 6 && string(ip('2001:DB8:0:0::1')) == '2001:db8::1'",
                "ip.isCanonical('::1') && !ip.isCanonical('0:0:0:0:0:0:0:1')",
                "ip('127.0.0.1').isLoopback() && !ip('127.0.0.1').isGlobalUnicast()",
                "ip('10.0.0.1').isGlobalUnicast() && !ip('255.255.255.255').isGlobalUnicast()",
                "ip('224.0.0.1').isLinkLocalMulticast() && ip('ff02::1').isLinkLocalMulticast()",
                "ip('169.254.1.1').isLinkLocalUnicast() && ip('fe80::1').isLinkLocalUnicast() && ip('::').isUnspecified()",
                "cidr('10.0.0.0/8').containsIP('10.1.2.3') && !cidr('10.0.0.0/8').containsIP(ip('11.0.0.1'))",
                "cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16') && !cidr('10.1.0.0/16').containsCIDR(cidr('10.0.0.0/8'))",
                "cidr('10.1.2.3/8').masked() == cidr('10.0.0.0/8') && cidr('10.1.2.3/8') != cidr('10.0.0.0/8')",
                "cidr('fd00::/8').prefixLength() == 8 && cidr('fd00::1/8').ip() == ip('fd00::1')",
                "!isCIDR('10.0.0.0') && !isCIDR('10.0.0.0/33') && !isCIDR('10.0.0.0/08') && isCIDR('::/0')",
                "type(ip('::1')) == net.IP && string(cidr('::1/128')) == '::1/128'",
            })
    void addresses(String expression) {
        assertHolds(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url('https://user@example.com:8443/a%20b?q=1&q=2#top').getHost() == 'example.com:8443'",
                "url('HTTPS://example.com/a b').getScheme() == 'https' && url('https://example.com/a b').getEscapedPath() == '/a%20b'",
                "url('https://[::1]:80/').getHostname() == '::1' && url('https://[::1]:80/').getPort() == '80'",
                "url('https://example.com/?a=1&b=x+y&a=2').getQuery() == {'a': ['1', '2'], 'b': ['x y']}",
                "isURL('/absolute') && !isURL('relative') && !isURL('https://a:b:c/') && !isURL('')",
                "url('/path').getHost() == '' && url('mailto:a@b').getEscapedPath() == ''",
            })
    void urls(String expression) {
        assertHolds(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "semver('1.2.3-rc.1').isLessThan(semver('1.2.3')) && semver('1.2.3+a') == semver('1.2.3+b')",
                "semver('v1.02', true) == semver('1.2.0') && !isSemver('v1.0.0') && isSemver('v1', true)",
                "semver('1.0.0').compareTo(semver('0.9.9')) == 1 && semver('3.2.1').minor() == 2",
                "!isSemver('01.0.0') && !isSemver('1.0') && !isSemver('1.0.0-01') && !isSemver('1.0.0-')",
            })
    void versions(String expression) {
        assertHolds(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2, 2].isSorted() && ![2, 1].isSorted() && ['a', 'b'].isSorted()",
                "[1, 3].sum() == 4 && [1.5, 1.5].sum() == 3.0 && [duration('1m'), duration('1s')].sum() == duration('61s')",
                "[3, 1].min() == 1 && ['a', 'c', 'b'].max() == 'c' && [1, 2, 2].lastIndexOf(2) == 2 && [1].indexOf(5) == -1",
                "[4, 1, 3].sort() == [1, 3, 4] && ['bb', 'a'].sortBy(s, s.size()) == ['a', 'bb']",
                "[1, 1, 2].distinct() == [1, 2] && [[1], [2, 3]].flatten() == [1, 2, 3] && lists.range(3) == [0, 1, 2]",
                "[1, 2, 3].slice(1, 3) == [2, 3] && [1, 2].reverse() == [2, 1] && [1, 2].first().value() == 1",
                "sets.contains([1, 2, 3], [2]) && sets.intersects([1], [1, 2]) && sets.equivalent([1, 1, 2], [2, 1])",
                "{'a': 1, 'b': 2}.all(k, v, v > 0) && {'a': 1}.transformMapEntry(k, v, {v: k}) == {1: 'a'}",
                "['a', 'b'].transformList(i, s, s + string(i)) == ['a0', 'b1'] && {'a': 1}.transformMap(k, v, v + 1) == {'a': 2}",
                "[optional.none(), optional.of(1)].size() == 2 && optional.of(2).optMap(v, v * 2).value() == 4",
                "optional.ofNonZeroValue('').orValue('x') == 'x' && [?optional.of(1), ?optional.none()] == [1]",
            })
    void lists_maps_and_optionals(String expression) {
        assertHolds(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a.b.c'.split('.') == ['a', 'b', 'c'] && 'abc'.split('') == ['a', 'b', 'c'] && 'a.b.c'.split('.', 2) == ['a', 'b.c']",
                "'hello'.charAt(1) == 'e' && 'hello'.substring(1, 3) == 'el' && 'h\u00e9llo'.indexOf('l') == 2",
                "'aXbX'.replace('X', '-') == 'a-b-' && 'aaa'.replace('a', 'b', 2) == 'bba' && 'ab'.replace('', '-') == '-a-b-'",
                "' a\\t'.trim() == 'a' && 'A\u00c4'.lowerAscii() == 'a\u00c4' && ['a', 'b'].join('-') == 'a-b'",
                "'%s %d %.2f %x %b %o %%'.format(['a', 7, 2.5, 255, 5, 8]) == 'a 7 2.50 ff 101 10 %'",
                "'%s'.format([[1, 'a', {'k': true}]]) == '[1, \"a\", {\"k\":true}]'",
                "'%s %s'.format([duration('90m'), 1e21]) == '5400s 1e+21'",
                "strings.quote('a\"b') == '\"a\\\\\"b\"' && 'abc'.find('b.') == 'bc' && 'a1b22'.findAll('[0-9]+') == ['1', '22']",
                "'abc'.matches('b') && !'abc'.matches('^b') && 'a1b2'.findAll('[0-9]', 1) == ['1']",
            })
    void strings(String expression) {
        assertHolds(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double('1e3') == 1000.0 && double('0x1p4') == 16.0 && double('inf') > 1.0 && string(2.0) == '2'",
                "bool('T') && !bool('0') && string(duration('90m')) == '5400s' && string(1e100) == '1e+100'",
                "'\uff61' < '\ud83d\ude00' && 'a' < 'b' && 'b' >= 'a' && false < true",
                "duration('1h2m3s4ms').getMilliseconds() == 3723004 && timestamp('2026-01-01T00:00:00.5Z').getMilliseconds() == 500",
                "1.0 == dyn(1) && 1 < 1.5 && 2u > 1 && !(dyn(1) == '1')",
            })
    void conversions_and_comparisons(String expression) {
        assertHolds(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!format.dns1123Label().validate('my-name').hasValue() && format.dns1123Label().validate('My').hasValue()",
                "!format.dns1123LabelPrefix().validate('my-').hasValue() && format.dns1123Label().validate('my-').hasValue()",
                "format.named('labelValue').value().validate('-a').hasValue() && !format.named('unknown').hasValue()",
                "!format.qualifiedName().validate('a.b/c').hasValue() && format.dns1035Label().validate('1a').hasValue()",
                "!format.uuid().validate('123e4567-e89b-12d3-a456-426614174000').hasValue()",
                "!format.datetime().validate('2026-01-01T00:00:00Z').hasValue() && format.date().validate('2026-02-30').hasValue()",
                "format.dns1123Label() == format.named('dns1123Label').value()",
            })
    void formats(String expression) {
        assertHolds(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity('x') == quantity('1')",
                "ip('x').isLoopback()",
                "cidr('10.0.0.0').prefixLength() == 8",
                "url('relative').getHost() == ''",
                "semver('1').major() == 1",
                "quantity('0.5').asInteger() == 0",
                "lists.range(0).min() == 0",
                "'abc'.substring(2, 9) == ''",
                "'%d'.format([dyn('a')]) == ''",
                "'a'.matches(dyn('('))",
                "{'a': 1, 'b': 1}.transformMapEntry(k, v, {v: k}).size() == 1",
                "duration('1' + 'd') > duration('1s')",
                "int('a' + 'b') == 1",
                "double('1' + 'd') == 1.0",
                "bool('ye' + 's')",
                "9223372036854775807 + self == 0",
            })
    void an_argument_without_a_result_is_an_error(String expression) {
        assertThat(onCreation(schema("{'type': 'integer'}", "rule", expression), "1"))
                .hasSize(1)
                .allMatch(text -> text.startsWith("error INVALID spec: the rule cannot be evaluated: "));
    }

    private static void assertHolds(String expression) {
        assertThat(onCreation(schema("{'type': 'integer'}", "rule", expression), "1"))
                .isEmpty();
    }
}
