package io.kartela.service.wallet.google;

import io.kartela.push.google.GoogleAnswer;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.pass.PassReader;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps Google's classes in step with the program: written when they look different, and not
 * otherwise.
 */
final class GoogleClasses {
  /** Small maps have another order in every process; all nodes must see the same content. */
  private static final JsonMapper SORTED =
      Http.JSON.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final Database database;
  private final GoogleObjects objects;
  private final GoogleAddresses addresses;
  private final GoogleAccounts accounts;
  private final Pace pace;

  GoogleClasses(
      Database database,
      GoogleObjects objects,
      GoogleAddresses addresses,
      GoogleAccounts accounts,
      Pace pace) {
    this.database = database;
    this.objects = objects;
    this.addresses = addresses;
    this.accounts = accounts;
    this.pace = pace;
  }

  /** Makes the class exist; {@code always} even when it is remembered to. */
  GoogleAnswer ensure(PassReader.Card whole, String classId, boolean always) {
    CardContent card = whole.content();
    String issuerId = GoogleIds.issuer(classId);
    GoogleContent content = new GoogleContent(issuerId, addresses);
    Map<String, Object> type = content.loyaltyClass(whole);
    String hash = hash(type);
    long merchantId = card.merchantId();
    Optional<String> told =
        database.inTenant(merchantId, c -> objects.classHash(c, merchantId, classId));
    if (!always
        && (told.equals(Optional.of(hash))
            || (told.isPresent() && !classId.equals(content.classId(card))))) {
      // An object that stayed in the class of an earlier tier does not repaint that class.
      return new GoogleAnswer.Done(Map.of(), false);
    }
    pace.await(issuerId);
    GoogleAnswer answer = accounts.of(merchantId, issuerId).wallet().ensureClass(classId, type);
    if (answer instanceof GoogleAnswer.Done) {
      int _ = database.inTenant(merchantId, c -> objects.saveClass(c, merchantId, classId, hash));
    }
    return answer;
  }

  /** Equal for equal content. */
  static String hash(Map<String, Object> content) {
    return HexFormat.of().formatHex(Tokens.sha256(SORTED.writeValueAsBytes(content)), 0, 16);
  }
}
