package dev.berth.postgres;

import dev.berth.value.InvalidValueException;
import java.util.List;

/** What a declaration must not have if it takes over the data of a chart: the image runs no first start on it. */
final class TakingOverCheck {

    /** The user of the images on Alpine. */
    private static final long ALPINE = 70;

    private TakingOverCheck() {}

    static void check(String what, Postgres postgres) {
        if (postgres.takingOver().isEmpty()) {
            return;
        }
        if (!postgres.user().equals(BitnamiChart.SUPERUSER)) {
            throw InvalidValueException.of(
                    what + ": user",
                    postgres.user(),
                    "must be BitnamiChart.SUPERUSER: the user in auth.username of the chart is not a superuser");
        }
        if (postgres.image().server().user() == ALPINE) {
            throw InvalidValueException.of(
                    what + ": image",
                    postgres.image().server().name(),
                    "must be an image on Debian: Alpine sorts text in another order, so the indexes would be wrong");
        }
        if (postgres.topology().isStreaming() || postgres.replicas() != 1) {
            throw InvalidValueException.of(
                    what + ": topology",
                    postgres.replicas() + " servers",
                    "must be one server, which takes over the data of the primary of the chart");
        }
        requireNone(what, "users", postgres.users(), "create them in the server with CREATE ROLE");
        requireNone(what, "databases", postgres.databases(), "create them in the server with CREATE DATABASE");
        requireNone(what, "initScripts", postgres.initScripts(), "run them in the server");
        if (postgres.walStorage().isPresent()) {
            throw InvalidValueException.of(
                    what + ": walStorage",
                    postgres.walStorage().orElseThrow(),
                    "must be left out: only a first start moves the log, and there is none");
        }
    }

    private static void requireNone(String what, String attribute, List<?> values, String remedy) {
        if (!values.isEmpty()) {
            throw InvalidValueException.of(
                    what + ": " + attribute,
                    values.size(),
                    "must be left out: only a first start creates them, and there is none: " + remedy);
        }
    }
}
