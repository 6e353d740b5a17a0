package dev.berth.postgres;

import dev.berth.value.Cidr;
import dev.berth.value.InvalidValueException;
import java.util.Set;

/**
 * A line of {@code pg_hba.conf}: who may connect from where, and how they prove it. The first line that fits decides.
 *
 * <pre>{@code
 * HbaRule.ssl("orders", "app", "10.0.0.0/8").scram()
 * }</pre>
 *
 * <p>Source: PostgreSQL 17, <a href="https://www.postgresql.org/docs/17/auth-pg-hba-conf.html">The pg_hba.conf File</a>.
 */
public final class HbaRule {

    /** For a database, a user or an address: every one. */
    public static final String ALL = "all";

    private static final Set<String> ADDRESSES = Set.of(ALL, "samehost", "samenet");

    private final String connection;
    private final String who;
    private final String method;

    private HbaRule(String connection, String who, String method) {
        this.connection = connection;
        this.who = who;
        this.method = method;
    }

    /** A connection whose method is chosen next. */
    public static final class Connection {

        private final String type;
        private final String who;

        private Connection(String type, String database, String user, String address) {
            this.type = type;
            this.who = name("database", database) + " " + name("user", user) + " " + address(address);
        }

        /** The client proves that it knows the password, without sending it: {@code scram-sha-256}. */
        public HbaRule scram() {
            return new HbaRule(type, who, "scram-sha-256");
        }

        /** The client has a certificate for its user name, signed by {@code ca.crt}: {@code cert}. */
        public HbaRule certificate() {
            if (!type.equals("hostssl")) {
                throw InvalidValueException.of("HbaRule", type, "must be ssl: a certificate needs TLS");
            }
            return new HbaRule(type, who, "cert");
        }

        /** The server refuses the connection: {@code reject}. */
        public HbaRule reject() {
            return new HbaRule(type, who, "reject");
        }
    }

    /**
     * Connections over TCP, with or without TLS.
     *
     * @param database a database, or {@link #ALL}
     * @param user a user, or {@link #ALL}
     * @param address a CIDR block such as {@code 10.0.0.0/8}, {@code samenet}, {@code samehost}, or {@link #ALL}
     */
    public static Connection tcp(String database, String user, String address) {
        return new Connection("host", database, user, address);
    }

    /** Connections with TLS. The parameters are those of {@link #tcp}. */
    public static Connection ssl(String database, String user, String address) {
        return new Connection("hostssl", database, user, address);
    }

    /** Connections without TLS. The parameters are those of {@link #tcp}. */
    public static Connection plain(String database, String user, String address) {
        return new Connection("hostnossl", database, user, address);
    }

    /** Names other than {@code all} are quoted if they are not plain words, or would mean something else. */
    private static String name(String what, String name) {
        if (name.isEmpty() || name.startsWith("/") || name.chars().anyMatch(Character::isISOControl)) {
            throw InvalidValueException.of(
                    "HbaRule " + what, name, "must be a name in one line that does not start with '/'");
        }
        return quoted(name);
    }

    /** The name as it is written in the file, in which a quotation mark is doubled. */
    static String quoted(String name) {
        boolean keyword = Set.of("replication", "sameuser", "samerole").contains(name);
        return name.matches("[a-z_][a-z0-9_]*") && !keyword ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String address(String address) {
        return ADDRESSES.contains(address) ? address : Cidr.of(address).toString();
    }

    /** The line in the file. */
    String line() {
        return connection + " " + who + " " + method;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HbaRule that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    /** The line in the file. */
    @Override
    public String toString() {
        return line();
    }
}
