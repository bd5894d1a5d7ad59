package io.kartela.service.message.channel;

import io.kartela.push.Answer;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where an owner sets the shop's channels and tries them out. Thread-safe. */
public final class ChannelDesk {
  private final House house;
  private final ChannelStore store;
  private final Hooks hooks;
  private final Carriers carriers;
  private final ChannelTrial trial;
  private final Audit audit;
  private final Released released;

  /** Told when what waits for a channel may go on. */
  @FunctionalInterface
  public interface Released {
    void release(Connection c, long merchantId, ChannelKind kind) throws SQLException;
  }

  /** A channel, and where its vendor posts. */
  record Hooked(Channel channel, Hooks.Hook hook) {}

  public ChannelDesk(
      House house,
      ChannelStore store,
      Hooks hooks,
      Carriers carriers,
      ChannelTrial trial,
      Audit audit,
      Released released) {
    this.house = house;
    this.store = store;
    this.hooks = hooks;
    this.carriers = carriers;
    this.trial = trial;
    this.audit = audit;
    this.released = released;
  }

  List<Hooked> channels(long merchantId) {
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              List<Hooked> all = new ArrayList<>();
              for (Channel channel : ChannelStore.all(c, merchantId)) {
                all.add(new Hooked(channel, hooks.of(c, merchantId, channel.kind())));
              }
              return all;
            });
  }

  MessageRules rules(long merchantId) {
    return house.database().inTenant(merchantId, c -> MessageRules.of(c, merchantId));
  }

  Hooked keep(StaffPrincipal owner, ChannelKind kind, ChannelCheck.Request body) {
    long merchantId = owner.merchantId();
    outside(body);
    Account kept =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  Channel before = ChannelStore.one(c, merchantId, kind).orElse(null);
                  // A secret of one vendor says nothing to another.
                  boolean known = before != null && before.vendor().name().equals(body.vendor());
                  Channel wanted = ChannelCheck.of(kind, body, known);
                  String secret = body.secret() == null ? "" : body.secret().strip();
                  store.keep(c, merchantId, wanted, secret.isEmpty() && known ? null : secret);
                  if (before == null) {
                    MessageRules.begin(c, merchantId);
                  }
                  audit.record(
                      c,
                      owner,
                      before == null ? "CHANNEL_ADDED" : "CHANNEL_CHANGED",
                      "channel:" + kind,
                      changes(before, wanted, !secret.isEmpty()).detail());
                  released.release(c, merchantId, kind);
                  return carriers.account(
                      c, merchantId, ChannelStore.one(c, merchantId, kind).orElseThrow());
                });
    house.wake().run();
    return listen(kept);
  }

  /** An owner's server is on the Internet; said at once, and again whenever it is asked. */
  private void outside(ChannelCheck.Request body) {
    String host = body.settings() == null ? null : body.settings().get("host");
    Check check = new Check();
    for (Vendor vendor : Vendor.values()) {
      boolean asked = vendor.name().equals(body.vendor()) && vendor.knows("host");
      check.require(
          !asked || host == null || !ChannelCheck.isHost(host) || carriers.mayBe(vendor, host),
          "settings.host",
          "NOT_PUBLIC",
          "сервер должен быть в интернете, а этот адрес ведёт во внутреннюю сеть",
          "the server has to be on the Internet, and this address leads into an inner network");
    }
    check.done();
  }

  /** A messenger is told where to post, whenever something about it may have changed. */
  private Hooked listen(Account account) {
    long merchantId = account.merchantId();
    ChannelKind kind = account.channel().kind();
    Hooks.Hook hook = house.database().inTenant(merchantId, c -> hooks.of(c, merchantId, kind));
    Optional<Answer> answer =
        kind.isChat() ? carriers.listen(account, hook.secret()) : Optional.empty();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              if (answer.isPresent()) {
                boolean listening = answer.get() instanceof Answer.Accepted;
                Hooks.listening(c, merchantId, kind, listening);
                trial.heard(
                    c, merchantId, account.channel(), answer.get(), house.clock().instant());
              }
              return new Hooked(
                  ChannelStore.one(c, merchantId, kind).orElse(account.channel()),
                  hooks.of(c, merchantId, kind));
            });
  }

  private static Changes changes(@Nullable Channel before, Channel now, boolean secret) {
    Changes changes = new Changes();
    changes.of("vendor", before == null ? "" : before.vendor().name(), now.vendor().name());
    changes.of("active", before == null ? "" : before.use().active(), now.use().active());
    changes.of("marketing", before == null ? "" : before.use().marketing(), now.use().marketing());
    changes.of("price", before == null ? "" : before.price(), now.price());
    if (secret) {
      changes.of("secret", "", "…");
    }
    return changes;
  }

  void remove(StaffPrincipal owner, ChannelKind kind) {
    boolean _ =
        house
            .database()
            .inTenant(
                owner.merchantId(),
                c -> {
                  if (!ChannelStore.remove(c, owner.merchantId(), kind)) {
                    throw new Problem(ProblemCode.CHANNEL_NOT_FOUND);
                  }
                  Hooks.forget(c, owner.merchantId(), kind);
                  // What waited for it goes another way, or ends.
                  released.release(c, owner.merchantId(), kind);
                  audit.record(c, owner, "CHANNEL_REMOVED", "channel:" + kind, Map.of());
                  return true;
                });
    house.wake().run();
  }

  void order(StaffPrincipal owner, List<ChannelKind> kinds) {
    boolean _ =
        house
            .database()
            .inTenant(
                owner.merchantId(),
                c -> {
                  Check check = new Check();
                  check.require(
                      ChannelStore.all(c, owner.merchantId()).stream()
                          .map(Channel::kind)
                          .collect(Collectors.toSet())
                          .equals(Set.copyOf(kinds)),
                      "kinds",
                      "INVALID",
                      "все подключённые каналы и никакие другие",
                      "all channels that are set up and no others");
                  check.done();
                  ChannelStore.order(c, owner.merchantId(), kinds);
                  audit.record(
                      c, owner, "CHANNELS_ORDERED", "channels", Map.of("order", kinds.toString()));
                  return true;
                });
  }

  void rules(StaffPrincipal owner, MessageRules rules) {
    boolean _ =
        house
            .database()
            .inTenant(
                owner.merchantId(),
                c -> {
                  rules.keep(c, owner.merchantId());
                  audit.record(c, owner, "MESSAGE_RULES_CHANGED", "message-rules", Map.of());
                  return true;
                });
  }

  /** Sends a word to somebody of the shop, and says what the vendor said. */
  ChannelTrial.Tested test(
      StaffPrincipal owner, ChannelKind kind, @Nullable String address, Lang lang) {
    return trial.test(owner.merchantId(), kind, address, lang);
  }

  Optional<BigDecimal> balance(long merchantId, ChannelKind kind) {
    return house
        .database()
        .inTenant(
            merchantId, c -> carriers.of(c, merchantId, ChannelStore.require(c, merchantId, kind)))
        .balance();
  }
}
