/** What the server makes of an object before it checks it: unknown fields, nulls, metadata, defaults. Start with {@link ObjectDecoder}. */
@NullMarked
package dev.berth.schema.decode;

import org.jspecify.annotations.NullMarked;
