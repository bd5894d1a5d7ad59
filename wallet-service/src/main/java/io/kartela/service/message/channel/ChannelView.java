package io.kartela.service.message.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A channel as people of the shop see it, never with its secret. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelView(
    ChannelKind kind,
    Vendor vendor,
    @Nullable Map<String, String> settings,
    Channel.Use use,
    Channel.@Nullable Stop stopped) {

  /**
   * @param all whether who asks may change it; others see neither login nor sender
   */
  static ChannelView of(Channel c, boolean all) {
    return new ChannelView(c.kind(), c.vendor(), all ? c.settings() : null, c.use(), c.stopped());
  }
}
