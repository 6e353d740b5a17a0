package dev.berth.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts at the limits of each format. */
class TextFormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date       | 2024-02-29",
                "date-time  | 2024-02-29T10:00:00Z",
                "date-time  | 2024-02-29T10:00:00.123+02:00",
                "duration   | 1h30m",
                "duration   | 2 days",
                "email      | anna@example.com",
                "email      | Anna <anna@example.com>",
                "hostname   | a.example.com",
                "ipv4       | 10.0.0.1",
                "ipv6       | ::1",
                "cidr       | 10.0.0.0/8",
                "mac        | 01:23:45:67:89:ab",
                "uri        | https://example.com/a?b=c",
                "uri        | /a/b",
                "uuid       | 123e4567-e89b-12d3-a456-426614174000",
                "uuid4      | 123e4567-e89b-42d3-a456-426614174000",
                "byte       | aGFsbG8=",
                "isbn10     | 0-306-40615-2",
                "isbn13     | 978-0-306-40615-7",
                "creditcard | 4111111111111111",
                "hexcolor   | '#fff'",
                "rgbcolor   | 'rgb(0, 128, 255)'",
                "k8s-short-name | web-1",
                "k8s-long-name  | web.example.com",
            })
    void a_text_in_its_format_fits(String format, String text) {
        assertThat(TextFormats.fits(format, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date       | 2023-02-29",
                "date-time  | 2024-02-29",
                "duration   | tomorrow",
                "email      | anna",
                "email      | anna@",
                "hostname   | a..example.com",
                "ipv4       | 10.0.0.256",
                "ipv4       | ::1",
                "ipv6       | 10.0.0.1",
                "cidr       | 10.0.0.0/33",
                "mac        | 01:23:45",
                "uri        | example.com",
                "uri        | https://exa mple.com",
                "uuid       | 123e4567",
                "uuid4      | 123e4567-e89b-12d3-a456-426614174000",
                "byte       | aGFsbG8",
                "isbn10     | 0-306-40615-3",
                "isbn13     | 978-0-306-40615-8",
                "creditcard | 4111111111111112",
                "hexcolor   | '#ffff'",
                "rgbcolor   | 'rgb(0, 128, 256)'",
                "k8s-short-name | web.example",
                "k8s-long-name  | Web",
            })
    void a_text_beside_its_format_does_not_fit(String format, String text) {
        assertThat(TextFormats.fits(format, text)).isFalse();
    }

    @Test
    void a_format_that_the_server_does_not_know_is_not_checked() {
        assertThat(TextFormats.isKnown("phone")).isFalse();
        assertThat(TextFormats.isKnown("date-time")).isTrue();
    }
}
