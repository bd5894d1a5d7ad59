package io.kartela.service.message.channel;

import io.kartela.push.Answer;
import io.kartela.push.TextChannel;
import io.kartela.push.sms.InboundCalls;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What speaks to shops' vendors, kept for as long as a channel stays as it is. Thread-safe. */
public final class Carriers implements AutoCloseable {
  /** Connections and threads of so many shops' vendors at once; the longest unused is let go. */
  private static final int MOST = 1_000;

  private final ChannelStore store;
  private final Hooks hooks;
  private final CarrierMaker maker;

  private record Key(long merchantId, ChannelKind kind) {}

  private record Kept(Channel as, TextChannel<Parcel> carrier) {}

  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  public Carriers(ChannelStore store, Hooks hooks, CarrierMaker maker) {
    this.store = store;
    this.hooks = hooks;
    this.maker = maker;
  }

  /** In the caller's transaction, which is confined to the merchant. */
  public TextChannel<Parcel> of(Connection c, long merchantId, Channel channel)
      throws SQLException {
    Key key = new Key(merchantId, channel.kind());
    synchronized (kept) {
      Kept known = kept.get(key);
      if (known != null && same(known.as, channel)) {
        return known.carrier;
      }
    }
    TextChannel<Parcel> made = maker.make(account(c, merchantId, channel));
    synchronized (kept) {
      Kept before = kept.put(key, new Kept(channel, made));
      if (before != null) {
        before.carrier.close();
      }
      if (kept.size() > MOST) {
        Key oldest = kept.keySet().iterator().next();
        Kept let = kept.remove(oldest);
        if (let != null) {
          let.carrier.close();
        }
      }
    }
    return made;
  }

  /** In the caller's transaction, which is confined to the merchant. */
  Account account(Connection c, long merchantId, Channel channel) throws SQLException {
    Hooks.Hook hook = hooks.of(c, merchantId, channel.kind());
    return new Account(
        merchantId,
        channel,
        store.secret(c, merchantId, channel.kind()),
        channel.kind() == ChannelKind.SMS ? hook.keyed() : hook.address());
  }

  /** A link that opens the chat with the shop's bot. In the caller's transaction. */
  public URI invitation(Connection c, long merchantId, Channel channel, String token)
      throws SQLException {
    return maker.invitation(account(c, merchantId, channel), token);
  }

  /**
   * By whom people ring the shop's gateway; empty: it has no such service. In the caller's
   * transaction.
   */
  public Optional<InboundCalls> calls(Connection c, long merchantId, Channel channel)
      throws SQLException {
    return channel.vendor() == Vendor.SMSRU
        ? maker.calls(account(c, merchantId, channel))
        : Optional.empty();
  }

  /** Tells a messenger where to post; empty where a person has to. Asks the vendor. */
  Optional<Answer> listen(Account account, String secret) {
    return maker.listen(account, secret);
  }

  boolean mayBe(Vendor vendor, String host) {
    return maker.mayBe(vendor, host);
  }

  private static boolean same(Channel a, Channel b) {
    return a.revision() == b.revision()
        && a.vendor() == b.vendor()
        && a.settings().equals(b.settings());
  }

  @Override
  public void close() {
    synchronized (kept) {
      kept.values().forEach(k -> k.carrier.close());
      kept.clear();
    }
  }
}
