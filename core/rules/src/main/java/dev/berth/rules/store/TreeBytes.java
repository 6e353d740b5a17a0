package dev.berth.rules.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.rules.written.WrittenArray;
import dev.berth.rules.written.WrittenObject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes trees as few bytes, with the lines of a {@link WrittenObject} and a {@link WrittenArray}. Several threads may write.
 */
final class TreeBytes {

    /** Field names repeat, keys of maps may not, so the number of remembered keys is limited. */
    private static final int MOST_KEYS = 4096;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    /** The key with each number, from 1. Replaced when it is full, so that a reader sees every key of what it reads. */
    private volatile String[] keys = new String[64];

    private int lastKey;

    /** How a node is written and read, after a byte that states its form. */
    private enum Form {
        NULL(0) {
            @Override
            void write(JsonNode node, ByteOutput out, TreeBytes trees) {}

            @Override
            JsonNode read(ByteInput in, TreeBytes trees) {
                return NullNode.getInstance();
            }
        },
        BOOLEAN(1) {
            @Override
            void write(JsonNode node, ByteOutput out, TreeBytes trees) {
                out.octet(node.booleanValue() ? 1 : 0);
            }

            @Override
            JsonNode read(ByteInput in, TreeBytes trees) {
                return BooleanNode.valueOf(in.octet() == 1);
            }
        },
        TEXT(2) {
            @Override
            void write(JsonNode node, ByteOutput out, TreeBytes trees) {
                out.text(node.textValue());
            }

            @Override
            JsonNode read(ByteInput in, TreeBytes trees) {
                return TextNode.valueOf(in.text());
            }
        },
        WHOLE(3) {
            @Override
            void write(JsonNode node, ByteOutput out, TreeBytes trees) {
                out.number(node.longValue());
            }

            /**
             * Reads a number in the Java type that a reader creates: a field that accepts a number or a string requires
             * an int.
             */
            @Override
            JsonNode read(ByteInput in, TreeBytes trees) {
                long number = in.number();
                return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
            }
        },
        DECIMAL(4) {
            @Override
            void write(JsonNode node, ByteOutput out, TreeBytes trees) {
                out.text(node.decimalValue().toString());
            }

            @Override
            JsonNode read(ByteInput in, TreeBytes trees) {
                return DecimalNode.valueOf(new BigDecimal(in.text()));
            }
        },
        OBJECT(5) {
            @Override
            void write(JsonNode node, ByteOutput out, TreeBytes trees) {
                WrittenObject written = node instanceof WrittenObject known ? known : null;
                out.number(written == null ? 0 : written.line());
                out.number(node.size());
                int place = 0;
                for (Map.Entry<String, JsonNode> entry : node.properties()) {
                    trees.key(entry.getKey(), out);
                    out.number(written == null ? 0 : written.lineOf(entry.getKey(), place++));
                    trees.write(entry.getValue(), out);
                }
            }

            @Override
            JsonNode read(ByteInput in, TreeBytes trees) {
                WrittenObject object = new WrittenObject(in.count());
                for (int left = in.count(); left > 0; left--) {
                    String key = trees.key(in);
                    object.standsAt(key, in.count());
                    object.set(key, trees.read(in));
                }
                return object;
            }
        },
        ARRAY(6) {
            @Override
            void write(JsonNode node, ByteOutput out, TreeBytes trees) {
                out.number(node.size());
                for (int i = 0; i < node.size(); i++) {
                    out.number(node instanceof WrittenArray written ? written.lineOf(i) : 0);
                    trees.write(node.get(i), out);
                }
            }

            @Override
            JsonNode read(ByteInput in, TreeBytes trees) {
                WrittenArray list = new WrittenArray();
                for (int left = in.count(); left > 0; left--) {
                    list.nextStandsAt(in.count());
                    list.add(trees.read(in));
                }
                return list;
            }
        };

        private static final Form[] BY_CODE = new Form[7];

        static {
            for (Form form : values()) {
                BY_CODE[form.code] = form;
            }
        }

        private final int code;

        Form(int code) {
            this.code = code;
        }

        abstract void write(JsonNode node, ByteOutput out, TreeBytes trees);

        abstract JsonNode read(ByteInput in, TreeBytes trees);

        static Form of(JsonNode node) {
            return switch (node.getNodeType()) {
                case OBJECT -> OBJECT;
                case ARRAY -> ARRAY;
                case STRING -> TEXT;
                case BOOLEAN -> BOOLEAN;
                case NUMBER -> node.isIntegralNumber() && node.canConvertToLong() ? WHOLE : DECIMAL;
                default -> NULL;
            };
        }
    }

    void write(JsonNode node, ByteOutput out) {
        Form form = Form.of(node);
        out.octet(form.code);
        form.write(node, out, this);
    }

    JsonNode read(ByteInput in) {
        return Form.BY_CODE[in.octet()].read(in, this);
    }

    private void key(String key, ByteOutput out) {
        Integer known = numbers.get(key);
        int number = known == null ? remember(key) : known;
        out.number(number);
        if (number == 0) {
            out.text(key);
        }
    }

    /** Returns the number of a key that may be new; 0 for a key that is not remembered. */
    private synchronized int remember(String key) {
        Integer known = numbers.get(key);
        if (known != null || lastKey == MOST_KEYS) {
            return known == null ? 0 : known;
        }
        lastKey++;
        if (lastKey == keys.length) {
            keys = Arrays.copyOf(keys, 2 * lastKey);
        }
        keys[lastKey] = key;
        numbers.put(key, lastKey);
        return lastKey;
    }

    private String key(ByteInput in) {
        int number = in.count();
        return number == 0 ? in.text() : keys[number];
    }
}
