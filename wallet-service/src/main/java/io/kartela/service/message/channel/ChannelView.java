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
    Channel.@Nullable Stop stopped,
    @Nullable HookView hook) {

  /**
   * Where the vendor posts.
   *
   * @param secret to be told to it by hand; else null
   * @param listening whether the vendor said that it does; null where it says nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HookView(String address, @Nullable String secret, @Nullable Boolean listening) {
    static @Nullable HookView of(Channel channel, Hooks.Hook hook) {
      return switch (channel.vendor()) {
        case MAX, TELEGRAM -> new HookView(hook.address().toString(), null, hook.listening());
        case VK -> new HookView(hook.address().toString(), hook.secret(), null);
        case SMSRU -> new HookView(hook.address().toString(), null, null);
        case SMSC, EXOLVE -> new HookView(hook.keyed().toString(), null, null);
        // SMS Aero is told with every text; the others post nothing.
        case SMSAERO, SMPP, SMTP, WEBPUSH -> null;
      };
    }
  }

  /**
   * @param all whether who asks may change it; others see neither login nor sender
   */
  static ChannelView of(Channel c, Hooks.Hook hook, boolean all) {
    return new ChannelView(
        c.kind(),
        c.vendor(),
        all ? c.settings() : null,
        c.use(),
        c.stopped(),
        all ? HookView.of(c, hook) : null);
  }
}
