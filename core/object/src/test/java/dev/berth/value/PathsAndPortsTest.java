package dev.berth.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsAndPortsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/data", "/var/lib/postgresql/data", "/a..b", "/with space", "/.hidden"})
    void a_container_path_is_absolute(String path) {
        assertThat(ContainerPath.of(path)).hasToString(path);
    }

    @Test
    void a_container_path_that_is_relative_or_has_a_backstep_or_a_colon_is_refused() {
        assertThatThrownBy(() -> ContainerPath.of("data"))
                .hasMessage("ContainerPath: Invalid value: \"data\": must be absolute, starting with '/'");
        assertThatThrownBy(() -> ContainerPath.of(""))
                .hasMessage("ContainerPath: Invalid value: \"\": must be absolute, starting with '/'");
        assertThatThrownBy(() -> ContainerPath.of("/a/../b"))
                .hasMessage("ContainerPath: Invalid value: \"/a/../b\": must not have '..' as a part");
        assertThatThrownBy(() -> ContainerPath.of("/a:ro"))
                .hasMessage("ContainerPath: Invalid value: \"/a:ro\": must not have ':' or a control character");
        assertThatThrownBy(() -> ContainerPath.of("/a\u0000"))
                .hasMessage("ContainerPath: Invalid value: \"/a\u0000\": must not have ':' or a control character");
    }

    @Test
    void resolving_a_path_adds_exactly_one_slash() {
        assertThat(ContainerPath.of("/data").resolve("pgdata")).isEqualTo(ContainerPath.of("/data/pgdata"));
        assertThat(ContainerPath.of("/").resolve("data")).isEqualTo(ContainerPath.of("/data"));
        assertThatThrownBy(() -> ContainerPath.of("/data").resolve(".."))
                .hasMessage("ContainerPath: Invalid value: \"/data/..\": must not have '..' as a part");
    }

    @Test
    void a_file_mode_is_read_as_octal_and_has_a_number() {
        assertThat(FileMode.of("0400").bits()).isEqualTo(256);
        assertThat(FileMode.of("644")).isEqualTo(FileMode.of("0644")).hasToString("0644");
        assertThat(FileMode.of("000")).hasToString("0000");
        assertThat(FileMode.of("0777").bits()).isEqualTo(511);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0999", "0o644", "4755", "1777", "44", "", "-400", "rwx", "00644", " 644"})
    void a_file_mode_with_other_digits_or_above_0777_is_refused(String octal) {
        assertThatThrownBy(() -> FileMode.of(octal))
                .hasMessage("FileMode: Invalid value: \"" + octal + "\": must be three octal digits (0 to 7) after an"
                        + " optional 0, such as 0400 or 0644");
    }

    @Test
    void a_port_has_a_name_a_number_and_a_protocol() {
        assertThat(Port.tcp("sql", 5432)).isEqualTo(new Port("sql", 5432, Port.Protocol.TCP));
        assertThat(Port.udp("dns", 1).protocol()).isEqualTo(Port.Protocol.UDP);
        assertThat(Port.sctp("sig", 65535).protocol()).isEqualTo(Port.Protocol.SCTP);
    }

    @Test
    void a_port_out_of_range_or_with_a_bad_name_is_refused() {
        assertThatThrownBy(() -> Port.tcp("sql", 70000))
                .hasMessage("Port \"sql\": Invalid value: 70000: must be between 1 and 65535, inclusive");
        assertThatThrownBy(() -> Port.tcp("sql", 0))
                .hasMessage("Port \"sql\": Invalid value: 0: must be between 1 and 65535, inclusive");
        assertThatThrownBy(() -> Port.tcp("postgresql-client", 5432))
                .hasMessage("Port name: Invalid value: \"postgresql-client\": must have at most 15 characters, but has"
                        + " 17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "manifests/03-postgresql-statefulset.yaml", "docs/VOLUME_TYPES.md", ".x/y"})
    void a_tree_path_is_relative(String path) {
        assertThat(TreePath.of(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.yaml", "a/../../x.yaml", "a/./x.yaml", "a//x.yaml", "a/"})
    void a_tree_path_stays_in_its_tree(String path) {
        assertThatThrownBy(() -> TreePath.of(path))
                .hasMessage(
                        "TreePath: Invalid value: \"" + path + "\": must stay in the tree: no '..', '.' or empty part");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/x.yaml", ""})
    void a_tree_path_is_not_absolute(String path) {
        assertThatThrownBy(() -> TreePath.of(path))
                .hasMessage("TreePath: Invalid value: \"" + path + "\": must be relative to the rendered tree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b.yaml", "C:/x.yaml", "a b.yaml", "ä.yaml", "a./x.yaml", "x.yaml.", "a\u0000.yaml"})
    void a_tree_path_only_has_characters_that_every_disk_accepts(String path) {
        assertThatThrownBy(() -> TreePath.of(path))
                .hasMessage("TreePath: Invalid value: \"" + path
                        + "\": must be letters, digits, '.', '_' or '-' in each part, and no part may end with '.'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con.yaml", "a/NUL/x.yaml", "Com1.txt.yaml", "lpt9"})
    void a_tree_path_has_no_part_that_windows_reserves(String path) {
        assertThatThrownBy(() -> TreePath.of(path))
                .hasMessageStartingWith(
                        "TreePath: Invalid value: \"" + path + "\": must not have a part that Windows" + " reserves: ");
    }

    @Test
    void two_tree_paths_that_differ_only_in_case_are_equal_if_case_is_ignored() {
        assertThat(TreePath.of("A/b.yaml")).isNotEqualTo(TreePath.of("a/B.yaml"));
        assertThat(TreePath.of("A/b.yaml").ignoringCase())
                .isEqualTo(TreePath.of("a/B.yaml").ignoringCase());
        assertThat(TreePath.of("a.yaml").hasExtension("yaml")).isTrue();
        assertThat(TreePath.of("a.yaml").hasExtension("yml")).isFalse();
        assertThat(TreePath.of("a.yaml")).isLessThan(TreePath.of("b.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "0.0.0.0/0", "192.168.1.1/32", "2001:db8::/32", "::/0", "::1/128"})
    void a_block_of_addresses_has_a_prefix_length_and_no_bits_beyond_it(String text) {
        assertThat(Cidr.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0/8",
                "10.0.0.0/33",
                "010.0.0.0/8",
                "10.0.0.0/08",
                "10.0.0.256/32",
                "example.com/8",
                "/8",
                "",
                "10.0.0.0/",
                "2001:db8::/129",
                "2001:db8:::/32",
                ":/8",
                "fe80::1%eth0/64",
                "10.0.0.0/-1"
            })
    void an_invalid_block_of_addresses_is_refused(String text) {
        assertThatThrownBy(() -> Cidr.of(text))
                .hasMessage("Cidr: Invalid value: \"" + text
                        + "\": must be an address and a prefix length, such as 10.9.8.0/24 or" + " 2001:db8::/64");
    }

    @Test
    void a_block_with_bits_set_beyond_its_prefix_is_refused_as_kubernetes_does_since_1_36() {
        assertThatThrownBy(() -> Cidr.of("10.0.0.1/8"))
                .hasMessage("Cidr: Invalid value: \"10.0.0.1/8\": must not have bits set beyond its prefix length");
        assertThatThrownBy(() -> Cidr.of("::ffff:a00:0/104"))
                .hasMessage("Cidr: Invalid value: \"::ffff:a00:0/104\": must not be an IPv4 address in IPv6 notation");
    }

    @Test
    void a_block_contains_smaller_blocks_within_it() {
        assertThat(Cidr.of("10.0.0.0/8").contains(Cidr.of("10.1.0.0/16"))).isTrue();
        assertThat(Cidr.of("10.1.0.0/16").contains(Cidr.of("10.0.0.0/8"))).isFalse();
        assertThat(Cidr.of("10.0.0.0/8").contains(Cidr.of("11.0.0.0/16"))).isFalse();
        assertThat(Cidr.of("0.0.0.0/0").contains(Cidr.of("::/0"))).isFalse();
        assertThat(Cidr.of("2001:db8::/32"))
                .isEqualTo(Cidr.of("2001:DB8:0::/32"))
                .hasSameHashCodeAs(Cidr.of("2001:DB8:0::/32"));
    }

    @Test
    void a_message_suggests_a_name_that_differs_by_few_letters() {
        List<String> names = List.of("password", "username");
        assertThat(Nearest.question("pasword", names)).isEqualTo(" Did you mean \"password\"?");
        assertThat(Nearest.question("token", names)).isEmpty();
        assertThat(Nearest.to("ab", List.of("ac", "aa"))).contains("aa");
    }
}
