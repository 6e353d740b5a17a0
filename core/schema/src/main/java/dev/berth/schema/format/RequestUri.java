package dev.berth.schema.format;

import java.util.regex.Pattern;

/** The URI of a request: absolute, or an absolute path. Mirrors {@code ParseRequestURI} in {@code net/url/url.go} of Go. */
final class RequestUri {
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final String OF_HOSTS = "!$&'()*+,;=:[]<>\"-_.~";
    private static final String OF_USERS = "-._:~!$&'()*+,;=%@";

    private RequestUri() {}

    static boolean isValid(String text) {
        boolean control = text.chars().anyMatch(c -> c < ' ' || c == 0x7f);
        if (control || text.isEmpty() || text.startsWith(":")) {
            return false;
        }
        if (text.equals("*")) {
            return true;
        }
        var scheme = SCHEME.matcher(text);
        boolean schemed = scheme.lookingAt();
        String rest = schemed ? text.substring(scheme.end()) : text;
        int query = rest.indexOf('?');
        rest = query < 0 ? rest : rest.substring(0, query);
        if (!rest.startsWith("/")) {
            return schemed;
        }
        if (schemed && rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            return isAuthority(authority) && isEscaped(slash < 0 ? "" : rest.substring(slash));
        }
        return isEscaped(rest);
    }

    private static boolean isAuthority(String authority) {
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        return isEscaped(user)
                && user.chars().allMatch(c -> isAlphanumeric(c) || OF_USERS.indexOf(c) >= 0)
                && isHost(authority.substring(at + 1));
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            int end = host.lastIndexOf(']');
            if (end < 0 || !isPort(host.substring(end + 1))) {
                return false;
            }
            String address = host.substring(1, end);
            int zone = address.indexOf("%25");
            String plain = zone < 0 ? address : address.substring(0, zone);
            return plain.contains(":") && Addresses.isIp(plain) && (zone < 0 || isEscaped(address.substring(zone)));
        }
        int colon = host.indexOf(':');
        return (colon < 0 || isPort(host.substring(colon))) && isHostText(host);
    }

    private static boolean isPort(String port) {
        return port.isEmpty() || Pattern.matches(":[0-9]*", port);
    }

    /** In a host, only characters beyond ASCII and the percent sign may be escaped. */
    private static boolean isHostText(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '%') {
                boolean escape =
                        host.startsWith("%25", i) || Pattern.matches("%[89a-fA-F][0-9a-fA-F].*", host.substring(i));
                if (!escape) {
                    return false;
                }
                i += 2;
            } else if (c < 0x80 && !isAlphanumeric(c) && OF_HOSTS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscaped(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
