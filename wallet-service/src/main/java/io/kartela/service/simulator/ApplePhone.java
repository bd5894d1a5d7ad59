package io.kartela.service.simulator;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.preview.AppleCard;
import io.kartela.service.wallet.preview.Ios;
import io.kartela.service.wallet.preview.PassFields;
import io.kartela.service.wallet.preview.PhoneHttp;
import io.kartela.service.wallet.preview.PhoneView;
import io.kartela.service.wallet.preview.PkPass;
import io.kartela.service.wallet.preview.Platform;
import io.kartela.service.wallet.preview.SignatureCheck;
import io.kartela.service.wallet.preview.WalletRefused;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An iPhone: takes a .pkpass, checks it, registers with the pass's web service, and on a push asks
 * what changed and fetches it. Pushes that arrive while it is busy are answered by one more round,
 * as on a real phone.
 */
public final class ApplePhone extends SimulatedPhone {
  private static final Logger LOG = LoggerFactory.getLogger(ApplePhone.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final World world;
  private final AppleService service;
  private final @Nullable SignatureCheck checker;
  private final String deviceId;
  private volatile String pushToken;
  private volatile Ios ios = Ios.V27;
  private final List<PkPass> unsaid = new ArrayList<>();
  private final ReentrantLock wallet = new ReentrantLock();
  private final AtomicInteger pushes = new AtomicInteger();
  private final Map<String, Held> cards = new LinkedHashMap<>();
  private String tag = "";

  /**
   * What phones live in.
   *
   * @param service where the service listens; asked anew for each card
   * @param trusted the root that signatures must lead to; null: signatures are not checked, which a
   *     benchmark of the service may want
   */
  public record World(
      PhoneHttp http,
      Supplier<URI> service,
      @Nullable X509Certificate trusted,
      InstantSource clock,
      Listener listener) {
    public World {
      Objects.requireNonNull(listener);
    }
  }

  /** Hears of each new version that a phone got; called on the phone's thread. */
  @FunctionalInterface
  public interface Listener {
    void received(ApplePhone phone, String serial);
  }

  /** A card in the wallet, with what the next conditional request needs. */
  @SuppressWarnings("ArrayRecordComponent") // equality is identity
  record Held(
      byte[] file,
      PkPass pass,
      @Nullable String lastModified,
      Instant updatedAt,
      boolean registered) {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** A new phone with ids of its own. */
  public ApplePhone(String id, String name, World world) {
    this(id, name, world, random(16), random(32), "");
  }

  ApplePhone(String id, String name, World world, String deviceId, String pushToken, String tag) {
    super(id, name);
    this.world = world;
    this.checker = world.trusted() == null ? null : new SignatureCheck(world.trusted());
    this.deviceId = deviceId;
    this.pushToken = pushToken;
    this.service = new AppleService(world.http(), deviceId);
    this.tag = tag;
  }

  private static String random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }

  @Override
  public Platform platform() {
    return Platform.APPLE;
  }

  /** Where APNs finds this phone. */
  public String pushToken() {
    return pushToken;
  }

  @Override
  Ios ios() {
    return ios;
  }

  /** Gets another system; the cards it holds are drawn anew. */
  void install(Ios wanted) {
    ios = wanted;
    changed();
  }

  String deviceId() {
    return deviceId;
  }

  @Override
  public String add(String card) {
    demandOnline();
    URI address = URI.create(world.service().get() + "/c/" + tokenIn(card) + ".pkpass");
    HttpResponse<byte[]> answer = service.get(address);
    if (answer.statusCode() != 200) {
      throw new WalletRefused("the download answers " + answer.statusCode());
    }
    if (!"application/vnd.apple.pkpass"
        .equals(answer.headers().firstValue("Content-Type").orElse(""))) {
      throw new WalletRefused("the download is not application/vnd.apple.pkpass");
    }
    PkPass pass = open(answer.body());
    wallet.lock();
    try {
      boolean registered = service.register(pass, pushToken);
      cards.put(
          pass.serial(), new Held(answer.body(), pass, null, world.clock().instant(), registered));
    } finally {
      wallet.unlock();
    }
    changed();
    return pass.serial();
  }

  private PkPass open(byte[] file) {
    return PkPass.open(file, checker);
  }

  @Override
  public void remove(String serial) {
    wallet.lock();
    try {
      Held held = cards.remove(serial);
      if (held == null) {
        return;
      }
      if (online()) {
        service.unregister(held.pass());
      } else {
        unsaid.add(held.pass());
      }
    } catch (WalletRefused e) {
      LOG.warn("the service did not hear of the removal of {}: {}", serial, e.reason());
    } finally {
      wallet.unlock();
    }
    changed();
  }

  /**
   * A push arrived. Returns when the phone has caught up, or at once when it is catching up
   * already.
   */
  public void pushed() {
    if (!online()) {
      return; // asks for everything when it is back
    }
    if (pushes.getAndIncrement() > 0) {
      return; // the round under way is followed by another
    }
    int answered;
    do {
      answered = pushes.get();
      refresh();
    } while (!pushes.compareAndSet(answered, 0));
  }

  @Override
  public void refresh() {
    if (!online()) {
      return;
    }
    wallet.lock();
    try {
      for (Held held : List.copyOf(cards.values())) {
        if (!held.registered() && service.register(held.pass(), pushToken)) {
          cards.put(
              held.pass().serial(),
              new Held(held.file(), held.pass(), held.lastModified(), held.updatedAt(), true));
        }
      }
      if (!cards.isEmpty()) {
        PkPass any = cards.values().iterator().next().pass();
        AppleService.Changes changes = service.changes(any, tag);
        tag = changes.tag();
        for (String serial : changes.serials()) {
          fetch(serial);
        }
      }
    } catch (WalletRefused e) {
      LOG.warn("phone {} could not catch up: {}", id(), e.reason());
    } finally {
      wallet.unlock();
    }
  }

  @Override
  void caughtUp() {
    wallet.lock();
    try {
      for (PkPass gone : List.copyOf(unsaid)) {
        service.unregister(gone);
        unsaid.remove(gone);
      }
    } catch (WalletRefused e) {
      LOG.warn("the service did not hear of a removal on {}: {}", id(), e.reason());
    } finally {
      wallet.unlock();
    }
    refresh();
  }

  /**
   * Gets another push token, as phones do from time to time.
   *
   * @param tell false: as a phone that was wiped, which tells nobody
   */
  void renewToken(boolean tell) {
    wallet.lock();
    try {
      pushToken = random(32);
      for (Held held : List.copyOf(cards.values())) {
        boolean known = tell && online() && service.register(held.pass(), pushToken);
        boolean silent = !tell; // nobody will try again
        cards.put(
            held.pass().serial(),
            new Held(
                held.file(), held.pass(), held.lastModified(), held.updatedAt(), known || silent));
      }
    } catch (WalletRefused e) {
      LOG.warn("the service did not hear of a new push token of {}: {}", id(), e.reason());
    } finally {
      wallet.unlock();
    }
    changed();
  }

  @Override
  String shownToken() {
    return pushToken.substring(0, 8);
  }

  private void fetch(String serial) {
    Held held = cards.get(serial);
    if (held == null) {
      return;
    }
    PkPass old = held.pass();
    HttpResponse<byte[]> answer = service.latest(old, held.lastModified());
    if (answer.statusCode() == 304) {
      return;
    }
    if (answer.statusCode() != 200) {
      throw new WalletRefused("the pass answers " + answer.statusCode());
    }
    PkPass pass = open(answer.body());
    if (!pass.serial().equals(old.serial())
        || !pass.text("authenticationToken").equals(old.text("authenticationToken"))) {
      throw new WalletRefused("an update must keep serial number and authentication token");
    }
    String modified = answer.headers().firstValue("Last-Modified").orElse(null);
    cards.put(
        serial,
        new Held(answer.body(), pass, modified, world.clock().instant(), held.registered()));
    announce(old, pass);
    world.listener().received(this, serial);
  }

  private void announce(PkPass old, PkPass pass) {
    String ru = PassFields.changes(old, pass, Lang.RU, ios);
    String en = PassFields.changes(old, pass, Lang.EN, ios);
    String title = pass.text("organizationName");
    if (ru == null || en == null) {
      changed();
    } else {
      notice(title, title, ru, en, world.clock().instant(), pass.serial());
    }
  }

  @Override
  public List<PhoneView.Card> cards(Lang lang) {
    return held().values().stream()
        .map(held -> AppleCard.view(held.pass(), held.updatedAt(), lang, ios))
        .toList();
  }

  /** A copy, in the order the cards were added. */
  Map<String, Held> held() {
    wallet.lock();
    try {
      return new LinkedHashMap<>(cards);
    } finally {
      wallet.unlock();
    }
  }

  String tag() {
    wallet.lock();
    try {
      return tag;
    } finally {
      wallet.unlock();
    }
  }

  /** Puts back a card that the phone held before a restart. */
  void restore(byte[] file, @Nullable String lastModified, Instant updatedAt, boolean registered) {
    PkPass pass = open(file);
    wallet.lock();
    try {
      cards.put(pass.serial(), new Held(file, pass, lastModified, updatedAt, registered));
    } finally {
      wallet.unlock();
    }
  }
}
