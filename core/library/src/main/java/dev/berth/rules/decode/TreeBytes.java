package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trees in few bytes, with the lines of a {@link WrittenObject} and a {@link WrittenArray}. */
final class TreeBytes {
    private static final int NULL = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int TEXT = 3;
    private static final int WHOLE = 4;
    private static final int DECIMAL = 5;
    private static final int OBJECT = 6;
    private static final int ARRAY = 7;

    /** Keys of fields come again and again; those of maps may not, so there is an end. */
    private static final int MOST_KEYS = 4096;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> keys = new ArrayList<>(List.of(""));

    void write(JsonNode node, DataOutput out) throws IOException {
        if (node instanceof ObjectNode object) {
            out.writeByte(OBJECT);
            number(object instanceof WrittenObject written ? written.line() : 0, out);
            number(object.size(), out);
            int place = 0;
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                key(entry.getKey(), out);
                number(object instanceof WrittenObject written ? written.lineOf(entry.getKey(), place) : 0, out);
                write(entry.getValue(), out);
                place++;
            }
        } else if (node instanceof ArrayNode list) {
            out.writeByte(ARRAY);
            number(list.size(), out);
            for (int i = 0; i < list.size(); i++) {
                number(list instanceof WrittenArray written ? written.lineOf(i) : 0, out);
                write(list.get(i), out);
            }
        } else {
            scalar(node, out);
        }
    }

    private static void scalar(JsonNode node, DataOutput out) throws IOException {
        switch (node.getNodeType()) {
            case BOOLEAN -> out.writeByte(node.booleanValue() ? TRUE : FALSE);
            case STRING -> {
                out.writeByte(TEXT);
                text(node.textValue(), out);
            }
            case NUMBER -> {
                boolean whole = node.isIntegralNumber() && node.canConvertToLong();
                out.writeByte(whole ? WHOLE : DECIMAL);
                if (whole) {
                    out.writeLong(node.longValue());
                } else {
                    text(node.decimalValue().toString(), out);
                }
            }
            default -> out.writeByte(NULL);
        }
    }

    private void key(String key, DataOutput out) throws IOException {
        Integer known = numbers.get(key);
        if (known == null && keys.size() < MOST_KEYS) {
            known = keys.size();
            numbers.put(key, known);
            keys.add(key);
        }
        number(known == null ? 0 : known, out);
        if (known == null) {
            text(key, out);
        }
    }

    JsonNode read(DataInput in) throws IOException {
        int type = in.readByte();
        return switch (type) {
            case TRUE -> BooleanNode.TRUE;
            case FALSE -> BooleanNode.FALSE;
            case TEXT -> TextNode.valueOf(text(in));
            case WHOLE -> whole(in.readLong());
            case DECIMAL -> DecimalNode.valueOf(new BigDecimal(text(in)));
            case OBJECT -> {
                WrittenObject object = new WrittenObject(number(in));
                for (int left = number(in); left > 0; left--) {
                    int number = number(in);
                    String key = number == 0 ? text(in) : keys.get(number);
                    object.standsAt(key, number(in));
                    object.set(key, read(in));
                }
                yield object;
            }
            case ARRAY -> {
                WrittenArray list = new WrittenArray();
                for (int left = number(in); left > 0; left--) {
                    list.nextStandsAt(number(in));
                    list.add(read(in));
                }
                yield list;
            }
            default -> NullNode.getInstance();
        };
    }

    /** The node that a reader makes of the number: a field that takes a number or a text asks for an int. */
    private static JsonNode whole(long number) {
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    private static void text(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length, out);
        out.write(bytes);
    }

    private static String text(DataInput in) throws IOException {
        byte[] bytes = new byte[number(in)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Seven bits in each byte, the lowest first; the eighth says that there are more. */
    static void number(int number, DataOutput out) throws IOException {
        int rest = number;
        while (rest > 0x7f) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    static int number(DataInput in) throws IOException {
        int number = 0;
        int shift = 0;
        int next = in.readByte();
        while (next < 0) {
            number |= (next & 0x7f) << shift;
            shift += 7;
            next = in.readByte();
        }
        return number | (next << shift);
    }
}
