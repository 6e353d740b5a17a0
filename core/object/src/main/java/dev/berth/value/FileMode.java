package dev.berth.value;

import java.util.Locale;

/**
 * The permissions of a file in a volume, in octal as for {@code chmod}.
 *
 * <p>The API expects a number from 0 to 0777 and has no octal notation, so Berth renders the decimal number with the
 * octal form in a comment. Source of the limit: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go}, {@code
 * fileModeErrorMsg}.
 */
public final class FileMode {

    private final int bits;

    private FileMode(int bits) {
        this.bits = bits;
    }

    /**
     * Reads a mode of three or four octal digits: {@code "0400"}, {@code "644"}.
     *
     * @throws InvalidValueException if it has a digit other than 0 to 7, or is above 0777
     */
    public static FileMode of(String octal) {
        if (!octal.matches("0?[0-7]{3}")) {
            throw InvalidValueException.of(
                    "FileMode", octal, "must be three octal digits (0 to 7) after an optional 0, such as 0400 or 0644");
        }
        return new FileMode(Integer.parseInt(octal, 8));
    }

    /** Returns the number that the API expects. */
    public int bits() {
        return bits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileMode mode && bits == mode.bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    /** Returns the mode in octal with a leading zero. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04o", bits);
    }
}
