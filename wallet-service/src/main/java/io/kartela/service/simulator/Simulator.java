package io.kartela.service.simulator;

import io.kartela.certs.DevelopmentCa;
import io.kartela.push.apns.FakeApns;
import io.kartela.push.google.FakeGoogleListener;
import io.kartela.push.google.FakeGoogleWallet;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.work.Loop;
import io.kartela.service.wallet.preview.Ios;
import io.kartela.service.wallet.preview.PhoneHttp;
import io.kartela.service.wallet.preview.Platform;
import io.kartela.service.wallet.preview.WalletRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The world around a demo: APNs, Google and phones, on loopback. Construct it before whatever talks
 * to the vendors, {@link #start()} it once the service listens, close it after the service.
 * Thread-safe.
 */
public final class Simulator implements AutoCloseable {
  /** Whom classes and objects at the fake Google belong to. */
  public static final String GOOGLE_ISSUER = "3388000000022000001";

  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
  private static final int MOST_PHONES = 200;

  private final DevelopmentCa ca;
  private final URI service;
  private final InstantSource clock;
  private final PhoneStore store;
  private final PhoneHttp http = new PhoneHttp();
  private final FakeApns apns;
  private final FakeGoogleWallet google;
  private final List<SimulatedPhone> phones = new CopyOnWriteArrayList<>();
  private final Map<String, ApplePhone> byToken = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean dirty = new AtomicBoolean();

  /** Changes come in bursts; one write serves them all. */
  private final Loop saver = new Loop("simulator-saver", Duration.ofMillis(100), this::saveChanges);

  private volatile boolean running = true;

  /**
   * Starts the vendors and brings the phones of the last run back; on the first run there are two,
   * an iPhone and an Android.
   *
   * @param folder where phones are kept
   * @param service where phones reach the service
   */
  public Simulator(Path folder, DevelopmentCa ca, URI service, InstantSource clock) {
    this.ca = ca;
    this.service = service;
    this.clock = clock;
    this.store = new PhoneStore(folder);
    this.apns =
        new FakeApns(
            new FakeApns.Settings(
                0,
                ca.serverIdentity().key(),
                ca.serverIdentity().chain(),
                List.of(ca.root(), ca.intermediate())),
            clock,
            (token, topic, at) -> pushed(token));
    this.google =
        new FakeGoogleWallet(
            new FakeGoogleWallet.Settings(
                0,
                GOOGLE_ISSUER,
                ca.googleServiceAccount().clientEmail(),
                ca.googleServiceAccount().publicKey()),
            clock,
            new GoogleEvents());
    restore();
    saver.start();
  }

  /** For the APNs client, which must trust {@code ca.root()}. */
  public String apnsHost() {
    return apns.host();
  }

  public int apnsPort() {
    return apns.port();
  }

  /** Google's addresses, for the Google client. */
  public FakeGoogleWallet google() {
    return google;
  }

  /** Lets the phones catch up on what they missed. Call it when the service answers. */
  public void start() {
    for (SimulatedPhone phone : phones) {
      threads.execute(phone::refresh);
    }
  }

  public List<SimulatedPhone> phones() {
    return List.copyOf(phones);
  }

  public Optional<SimulatedPhone> phone(String id) {
    return phones.stream().filter(phone -> phone.id().equals(id)).findFirst();
  }

  /**
   * One more phone; empty when there are too many already.
   *
   * @param ios for an iPhone
   */
  public Optional<SimulatedPhone> create(Platform platform, String name, Ios ios) {
    if (phones.size() >= MOST_PHONES) {
      return Optional.empty();
    }
    String id = UUID.randomUUID().toString().substring(0, 8);
    SimulatedPhone phone =
        switch (platform) {
          case APPLE -> {
            ApplePhone iphone = new ApplePhone(id, name, appleWorld());
            iphone.install(ios);
            yield iphone;
          }
          case GOOGLE -> new GooglePhone(id, name, googleWorld());
        };
    adopt(phone);
    save();
    return Optional.of(phone);
  }

  /** Throws a phone away; its cards are removed first. */
  public void remove(SimulatedPhone phone) {
    phone.cards(Lang.EN).forEach(card -> phone.remove(card.serial()));
    phones.remove(phone);
    if (phone instanceof ApplePhone apple) {
      byToken.remove(apple.pushToken());
    }
    phone.changed();
    save();
  }

  /** Changes what people call a phone, whether it is in reach, and an iPhone's system. */
  void change(
      SimulatedPhone phone, @Nullable String name, @Nullable Boolean online, @Nullable Ios ios) {
    if (ios != null && phone instanceof ApplePhone iphone) {
      iphone.install(ios);
    }
    if (name != null) {
      phone.rename(name);
    }
    if (online != null && online != phone.online()) {
      phone.setOnline(online);
    }
  }

  /**
   * Gives an iPhone another push token; APNs answers 410 for the one it had.
   *
   * @param tell false: the phone tells nobody of it
   */
  void renewToken(ApplePhone phone, boolean tell) {
    String old = phone.pushToken();
    phone.renewToken(tell);
    byToken.put(phone.pushToken(), phone);
    byToken.remove(old);
    apns.answer(old, new FakeApns.Answer.Unregistered(clock.instant()));
  }

  Instant now() {
    return clock.instant();
  }

  private ApplePhone.World appleWorld() {
    return new ApplePhone.World(http, () -> service, ca.root(), clock, (phone, serial) -> {});
  }

  private GooglePhone.World googleWorld() {
    return new GooglePhone.World(http, () -> service, google, clock);
  }

  private void adopt(SimulatedPhone phone) {
    phone.whenChanged(this::save);
    phones.add(phone);
    if (phone instanceof ApplePhone apple) {
      byToken.put(apple.pushToken(), apple);
    }
  }

  private void pushed(String token) {
    ApplePhone phone = byToken.get(token);
    if (phone != null && running) {
      threads.execute(phone::pushed);
    }
  }

  /** Google tells the phones that hold an object, each on a thread of its own. */
  private final class GoogleEvents implements FakeGoogleListener {
    @Override
    public void onSave(String objectId, String phone) {
      save();
    }

    @Override
    public void onRemove(String objectId, String phone) {
      save();
    }

    @Override
    public void onObjectChanged(String objectId, Map<String, Object> object, boolean notify) {
      save();
      holders(objectId, phone -> phone.objectChanged(objectId, notify));
    }

    @Override
    public void onClassChanged(String classId, Map<String, Object> loyaltyClass) {
      save();
      for (SimulatedPhone phone : phones) {
        if (running && phone instanceof GooglePhone android && android.holdsClass(classId)) {
          threads.execute(android::refresh);
        }
      }
    }

    @Override
    public void onMessage(String objectId, String header, String body, boolean notify) {
      save();
      holders(objectId, phone -> phone.message(objectId, header, body, notify));
    }

    private void holders(String objectId, Consumer<GooglePhone> action) {
      for (SimulatedPhone phone : phones) {
        if (running && phone instanceof GooglePhone android && android.holds(objectId)) {
          threads.execute(() -> action.accept(android));
        }
      }
    }
  }

  private void restore() {
    store.google().ifPresent(google::restore);
    Optional<PhoneStore.Kept> kept = store.load();
    if (kept.isEmpty()) {
      adopt(new ApplePhone("iphone", "iPhone", appleWorld()));
      adopt(new GooglePhone("android", "Android", googleWorld()));
    } else {
      kept.get().phones().forEach(phone -> adopt(revive(phone)));
    }
  }

  private SimulatedPhone revive(PhoneStore.KeptPhone kept) {
    SimulatedPhone phone =
        switch (kept.platform()) {
          case APPLE -> reviveApple(kept);
          case GOOGLE -> {
            GooglePhone google = new GooglePhone(kept.id(), kept.name(), googleWorld());
            kept.googlePasses().forEach(google::restore);
            yield google;
          }
        };
    phone.restore(kept.notices());
    phone.restoreOnline(!Boolean.FALSE.equals(kept.online()));
    restoreSample(phone);
    return phone;
  }

  private void restoreSample(SimulatedPhone phone) {
    try {
      store
          .sample(phone.id())
          .ifPresent(
              source ->
                  phone.restoreSample(
                      SampleCards.SERIAL,
                      SampleCards.of(phone.platform(), source.preview(), source.at())));
    } catch (IOException | JacksonException | WalletRefused e) {
      LOG.warn("the phone {} lost the design it had on: {}", phone.id(), e.toString());
    }
  }

  private ApplePhone reviveApple(PhoneStore.KeptPhone kept) {
    String deviceId = kept.deviceId();
    String pushToken = kept.pushToken();
    String tag = kept.tag();
    if (deviceId == null || pushToken == null) {
      throw new IllegalStateException("the simulated phone " + kept.id() + " lost its ids");
    }
    ApplePhone phone =
        new ApplePhone(
            kept.id(), kept.name(), appleWorld(), deviceId, pushToken, tag == null ? "" : tag);
    Ios ios = Ios.of(kept.ios());
    phone.install(ios == null ? Ios.V27 : ios);
    for (PhoneStore.KeptPass pass : kept.passes()) {
      try {
        phone.restore(
            store.pass(kept.id(), pass.serial()),
            pass.lastModified(),
            pass.updatedAt(),
            pass.registered());
      } catch (IOException | WalletRefused e) {
        LOG.warn("the phone {} lost its card {}: {}", kept.id(), pass.serial(), e.toString());
      }
    }
    return phone;
  }

  private void save() {
    dirty.set(true);
  }

  private void saveChanges() {
    if (dirty.getAndSet(false)) {
      write();
    }
  }

  private synchronized void write() {
    try {
      store.save(phones);
      store.saveGoogle(google.snapshot());
    } catch (UncheckedIOException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  @Override
  public void close() {
    running = false;
    saver.close();
    threads.shutdownNow();
    http.close();
    apns.close();
    google.close();
    write();
  }
}
