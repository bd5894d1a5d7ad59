package io.kartela.service.message.channel;

import io.kartela.push.TextChannel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What speaks to shops' vendors, kept for as long as a channel stays as it is. Thread-safe. */
public final class Carriers implements AutoCloseable {
  /** Connections and threads of so many shops' vendors at once; the longest unused is let go. */
  private static final int MOST = 1_000;

  private final ChannelStore store;
  private final CarrierMaker maker;

  private record Key(long merchantId, ChannelKind kind) {}

  private record Kept(Channel as, TextChannel<Parcel> carrier) {}

  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  public Carriers(ChannelStore store, CarrierMaker maker) {
    this.store = store;
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
    String secret = store.secret(c, merchantId, channel.kind());
    TextChannel<Parcel> made = maker.make(new Account(merchantId, channel, secret));
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
