package io.kartela.service.till.nfc;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.certs.Loaded;
import io.kartela.certs.NfcKey;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The owner's NFC keys, and a place to try a read before a reader is put to work. */
public final class NfcRoutes implements Routes {
  private static final int MAX_PASS_TYPES = 10;

  private final NfcKeys keys;
  private final Sessions sessions;
  private final List<String> ownPassTypes;
  private final RateLimit trials = new RateLimit(60, Duration.ofMinutes(1));

  private record NewKeyRequest(
      @Nullable String name,
      @Nullable String privateKeyPem,
      @Nullable List<@Nullable String> passTypeIdentifiers) {}

  private record TrialRequest(@Nullable String cryptogram, @Nullable String passTypeIdentifier) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Trial(
      boolean ok,
      @Nullable String code,
      @Nullable String nfcKeyId,
      @Nullable String passTypeIdentifier,
      @Nullable Integer variant,
      @Nullable Instant at,
      @Nullable String message) {}

  /**
   * @param ownPassTypes what the service's own Apple cards are; a key serves them when none are
   *     named
   */
  public NfcRoutes(NfcKeys keys, Sessions sessions, List<String> ownPassTypes) {
    this.keys = keys;
    this.sessions = sessions;
    this.ownPassTypes = List.copyOf(ownPassTypes);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(
        "/api/v1/nfc-keys",
        (req, res) -> {
          StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
          Http.send(res, 200, Map.of("items", keys.list(staff.merchantId())));
        });
    routing.post("/api/v1/nfc-keys", this::create);
    routing.delete("/api/v1/nfc-keys/{nfcKeyId}", this::retire);
    routing.post("/api/v1/nfc-keys/trials", this::tryOne);
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    NewKeyRequest body = Http.json(req, NewKeyRequest.class);
    Check check = new Check();
    String name = check.text("name", body.name, 100);
    List<String> passTypes = passTypes(check, body.passTypeIdentifiers);
    String pem = check.optional("privateKeyPem", body.privateKeyPem, 4_000);
    check.done();
    NfcKeys.KeyView added = keys.add(staff, name, key(pem), passTypes);
    Http.send(res, 201, added);
  }

  private List<String> passTypes(Check check, @Nullable List<@Nullable String> given) {
    String field = "passTypeIdentifiers";
    if (given == null || given.isEmpty()) {
      check.require(!ownPassTypes.isEmpty(), field, "REQUIRED", "не заполнено", "is required");
      return ownPassTypes;
    }
    check.require(given.size() <= MAX_PASS_TYPES, field, "TOO_MANY", "не больше 10", "at most 10");
    List<String> types = new ArrayList<>();
    for (String type : given.subList(0, Math.min(MAX_PASS_TYPES, given.size()))) {
      types.add(check.text(field, type, 200));
    }
    return types;
  }

  private static NfcKey key(@Nullable String pem) {
    if (pem == null) {
      return NfcKey.generate();
    }
    return switch (NfcKey.fromPem(pem, null)) {
      case Loaded.Ok<NfcKey>(NfcKey key) -> key;
      case Loaded.Refused<NfcKey> refused ->
          throw Problem.fields(
              List.of(Problem.FieldError.of("privateKeyPem", refused.problems().getFirst())));
    };
  }

  private void retire(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    long id = Http.id(req, "nfcKeyId", ProblemCode.NFC_KEY_NOT_FOUND);
    keys.retire(staff, id);
    Http.noContent(res);
  }

  private void tryOne(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.VENDOR_KEYS);
    trials.take(Long.toString(staff.merchantId()));
    TrialRequest body = Http.json(req, TrialRequest.class);
    Check check = new Check();
    String text = check.text("cryptogram", body.cryptogram, 1_000);
    String passType = check.optional("passTypeIdentifier", body.passTypeIdentifier, 200);
    byte[] cryptogram = Cryptograms.bytes(text).orElse(new byte[0]);
    check.require(
        text.isEmpty() || cryptogram.length > 0,
        "cryptogram",
        "INVALID",
        "нужен hex или base64",
        "hex or base64 is expected");
    check.done();
    Http.send(
        res,
        200,
        switch (keys.open(staff.merchantId(), cryptogram, passType)) {
          case VasCryptogram.Opened.Read r ->
              new Trial(
                  true,
                  null,
                  Long.toString(r.key()),
                  r.passType(),
                  r.variant(),
                  r.at(),
                  r.message());
          case VasCryptogram.Opened.Refused(VasCryptogram.Trouble trouble) ->
              new Trial(false, trouble.name(), null, null, null, null, null);
        });
  }

  /** What a refused read means to the cashier. */
  public static LocalText text(VasCryptogram.Trouble trouble) {
    return switch (trouble) {
      case LENGTH -> new LocalText("неверная длина", "its length is wrong");
      case BAD_POINT -> new LocalText("нет такой точки кривой", "it has no point of the curve");
      case UNKNOWN_KEY -> new LocalText("ключ неизвестен", "its key is unknown");
      case KEY_SEALED -> new LocalText("ключ не открывается", "its key cannot be opened");
      case NOT_GENUINE -> new LocalText("подпись не сходится", "its tag is wrong");
    };
  }
}
