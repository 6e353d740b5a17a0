package dev.berth.review;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file of a tree. */
public final class TreeText {

    private TreeText() {}

    /**
     * Returns the text of a file in UTF-8, or in UTF-16 if it starts with the byte order mark of it, as {@code kubectl get
     * --output yaml > file} writes it in PowerShell.
     *
     * @param name the name of the file, for the message
     * @throws IOException if it is in neither
     */
    public static String of(byte[] bytes, String name) throws IOException {
        Charset charset = isUtf16(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException noText) {
            throw new IOException(name + ": not UTF-8", noText);
        }
    }

    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }
}
