package io.kartela.service.wallet.apple;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.EntityTags;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Apple's pass web service, as phones speak it; answers carry statuses rather than problems, as
 * Apple defines.
 */
public final class AppleRoutes implements Routes {
  private static final String ONE = "/apple/v1/devices/{device}/registrations/{type}/{serial}";
  private static final String LIST = "/apple/v1/devices/{device}/registrations/{type}";
  private static final String PASS = "/apple/v1/passes/{type}/{serial}";
  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern PUSH_TOKEN = Pattern.compile("[0-9A-Fa-f]{32,400}");
  private static final String SCHEME = "ApplePass ";
  private static final int BODY_LIMIT = 4096;

  private final Database database;
  private final Passes passes;
  private final PassReader reader;
  private final ApplePasses apple;
  private final InstantSource clock;
  private final DeviceLog log;
  private final Runnable wakeDelivery;
  private final AppleDevices devices = new AppleDevices();

  public AppleRoutes(
      Database database,
      Passes passes,
      PassReader reader,
      ApplePasses apple,
      InstantSource clock,
      Runnable wakeDelivery) {
    this.wakeDelivery = wakeDelivery;
    this.database = database;
    this.passes = passes;
    this.reader = reader;
    this.apple = apple;
    this.clock = clock;
    this.log = new DeviceLog(clock);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing
        .post(ONE, this::register)
        .delete(ONE, this::unregister)
        .get(LIST, this::list)
        .get(PASS, this::pass)
        .head(PASS, this::pass)
        .post("/apple/v1/log", this::log);
  }

  /**
   * What a registration is answered, and whether its phone may hold an older copy than there is.
   */
  private record Noted(Status status, boolean behind) {}

  private void register(ServerRequest req, ServerResponse res) {
    String device = Http.pathParam(req, "device");
    String serial = Http.pathParam(req, "serial");
    String pushToken = pushToken(Http.body(req, BODY_LIMIT));
    if (pushToken == null || !DEVICE.matcher(device).matches()) {
      status(res, Status.BAD_REQUEST_400);
      return;
    }
    Optional<Noted> created =
        authorised(
            req,
            serial,
            (c, pass) -> {
              Optional<AppleDevices.Registered> done =
                  devices.register(
                      c, pass.merchantId(), device, pass.serial(), pushToken, clock.instant());
              return done.isEmpty()
                  ? new Noted(Status.TOO_MANY_REQUESTS_429, false)
                  : new Noted(
                      done.get().isNew() ? Status.CREATED_201 : Status.OK_200,
                      catchUp(c, pass, done.get()));
            });
    if (created.filter(Noted::behind).isPresent()) {
      wakeDelivery.run();
    }
    status(res, created.map(Noted::status).orElse(Status.UNAUTHORIZED_401));
  }

  /**
   * A phone downloads its card first and registers then, maybe weeks later; what changed in
   * between, nobody told it. The same for one whose push token changed. A phone that registers once
   * more as it is hears nothing, and neither does one whose card never changed.
   */
  private static boolean catchUp(Connection c, PassRef pass, AppleDevices.Registered done)
      throws SQLException {
    boolean behind = done.isNew() ? pass.version() > 1 : done.otherToken();
    if (behind) {
      Outbox.deviceMayBeBehind(c, pass.merchantId(), pass.memberId(), pass.serial(), done.device());
    }
    return behind;
  }

  private void unregister(ServerRequest req, ServerResponse res) {
    String device = Http.pathParam(req, "device");
    Optional<Boolean> done =
        authorised(
            req,
            Http.pathParam(req, "serial"),
            (c, pass) -> {
              devices.unregister(c, pass.merchantId(), device, pass.serial());
              return true;
            });
    status(res, done.isPresent() ? Status.OK_200 : Status.UNAUTHORIZED_401);
  }

  /** Apple documents no authorisation here: the device id is the secret. */
  private void list(ServerRequest req, ServerResponse res) {
    String device = Http.pathParam(req, "device");
    UpdateTag.Shown shown = UpdateTag.Shown.of(req.query().first("passesUpdatedSince").orElse(""));
    if (!DEVICE.matcher(device).matches()) {
      status(res, Status.NOT_FOUND_404);
      return;
    }
    AppleDevices.Known known = devices.known(database, device, shown);
    List<Long> merchants = known.merchants().stream().filter(id -> isOurs(req, id)).toList();
    if (merchants.isEmpty() && !known.merchants().isEmpty()) {
      status(res, Status.NOT_FOUND_404);
      return;
    }
    List<String> serials =
        known.serials() == null
            ? devices.changedSince(database, merchants, device, shown)
            : known.serials();
    if (serials.isEmpty()) {
      status(res, Status.NO_CONTENT_204);
    } else {
      // A string: Wallet silently fetches nothing when lastUpdated is a number.
      Http.send(res, 200, Map.of("serialNumbers", serials, "lastUpdated", known.now().toString()));
    }
  }

  private void pass(ServerRequest req, ServerResponse res) {
    Optional<PassReader.Seen> seen =
        shown(req, Http.pathParam(req, "serial"))
            .flatMap(
                shown ->
                    reader
                        .bySerial(database, shown.merchantId(), shown.serial())
                        .filter(found -> shown.opens(found.pass())));
    if (seen.isEmpty()) {
      status(res, Status.UNAUTHORIZED_401);
      return;
    }
    PassRef pass = seen.get().pass();
    Instant since = modifiedSince(req).orElse(null);
    // An entity tag is the finer condition; a date is heeded only without one.
    if (!EntityTags.asked(req) && since != null && !pass.modifiedAt().isAfter(since)) {
      dates(res, pass);
      status(res, Status.NOT_MODIFIED_304);
      return;
    }
    if (pass.voided()) {
      send(req, res, pass, apple.draft(reader.voided(pass)));
      return;
    }
    // Read after its version, so what it shows is at least as new.
    Optional<PassReader.Card> card = seen.get().card().or(() -> reader.read(database, pass));
    if (card.isEmpty()) {
      status(res, Status.NOT_FOUND_404);
    } else {
      send(req, res, pass, apple.draft(card.get(), since));
    }
  }

  private static void send(
      ServerRequest req, ServerResponse res, PassRef pass, ApplePasses.Draft draft) {
    String tag = draft.entityTag();
    dates(res, pass);
    res.header(HeaderNames.ETAG, tag);
    if (EntityTags.held(req, tag)) {
      status(res, Status.NOT_MODIFIED_304);
      return;
    }
    res.header(HeaderNames.CONTENT_TYPE, PassFileRoutes.TYPE);
    PassFileRoutes.write(req, res, draft.pkpass());
  }

  private static void dates(ServerResponse res, PassRef pass) {
    res.header(HeaderNames.LAST_MODIFIED, HttpDates.format(pass.modifiedAt()));
    res.header(HeaderNames.CACHE_CONTROL, "no-cache");
  }

  private void log(ServerRequest req, ServerResponse res) {
    int _ = log.write(Http.client(req), Http.body(req, DeviceLog.BODY_LIMIT));
    status(res, Status.OK_200);
  }

  private interface Work<T> {
    T with(Connection c, PassRef pass) throws SQLException;
  }

  /** What a phone shows to be let to a card. */
  private record Shown(long merchantId, String serial, String token) {
    boolean opens(PassRef pass) {
      return MessageDigest.isEqual(
          pass.authToken().getBytes(StandardCharsets.UTF_8),
          token.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Optional<Shown> shown(ServerRequest req, String serial) {
    OptionalLong merchantId = Passes.merchantOf(serial);
    String token = shownToken(req);
    return merchantId.isEmpty() || token == null || !isOurs(req, merchantId.getAsLong())
        ? Optional.empty()
        : Optional.of(new Shown(merchantId.getAsLong(), serial, token));
  }

  /** Empty when the phone may not: an unknown card and a wrong token look alike. */
  private <T> Optional<T> authorised(ServerRequest req, String serial, Work<T> work) {
    Optional<Shown> shown = shown(req, serial);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    long merchantId = shown.get().merchantId();
    return database.inTenant(
        merchantId,
        c -> {
          Optional<PassRef> pass =
              passes.bySerial(c, merchantId, serial).filter(shown.get()::opens);
          return pass.isPresent() ? Optional.of(work.with(c, pass.get())) : Optional.empty();
        });
  }

  private boolean isOurs(ServerRequest req, long merchantId) {
    return Http.pathParam(req, "type").equals(apple.passTypeIdentifier(merchantId));
  }

  private static @Nullable String shownToken(ServerRequest req) {
    String header = Http.header(req, HeaderNames.AUTHORIZATION).orElse("");
    // The names of HTTP's schemes know no case.
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && header.length() < 200
        ? header.substring(SCHEME.length()).strip()
        : null;
  }

  /** How old the phone says its copy is. */
  private static Optional<Instant> modifiedSince(ServerRequest req) {
    return Http.header(req, HeaderNames.IF_MODIFIED_SINCE).flatMap(HttpDates::parse);
  }

  private static @Nullable String pushToken(byte[] body) {
    try {
      JsonNode token = Http.JSON.readTree(body).path("pushToken");
      String text = token.isString() ? token.asString() : "";
      return PUSH_TOKEN.matcher(text).matches() ? text : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static void status(ServerResponse res, Status status) {
    res.status(status).send();
  }
}
