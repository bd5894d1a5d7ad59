package io.kartela.service.purchase;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** A line's number, which may be left out but not said to be nothing. */
final class LineNoReader extends StdScalarDeserializer<Integer> {
  LineNoReader() {
    super(Integer.class);
  }

  @Override
  public Integer deserialize(JsonParser parser, DeserializationContext context) {
    return context.readValue(parser, Integer.class);
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return context.reportInputMismatch(this, "a line's number is a number");
  }

  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return null;
  }
}
