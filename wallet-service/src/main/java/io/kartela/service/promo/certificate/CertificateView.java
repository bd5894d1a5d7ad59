package io.kartela.service.promo.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.http.LocalText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as people see it.
 *
 * @param code only in the answer to whoever issued it
 * @param link the address of its page, likewise
 * @param barcode what a QR code of it says, likewise
 * @param amount what this operation moved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CertificateView(
    String id,
    LocalText kind,
    Origin origin,
    String tail,
    long rest,
    Certificate.State state,
    Instant issuedAt,
    @Nullable Instant endsAt,
    @Nullable String memberId,
    @Nullable String memberName,
    @Nullable String recipient,
    @Nullable String code,
    @Nullable String link,
    @Nullable String barcode,
    @Nullable Long amount,
    @Nullable List<FiscalHint> fiscal,
    @Nullable List<MoveView> moves) {
  /** One movement, with what was left after it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MoveView(
      Move.Kind kind,
      long amount,
      long rest,
      Instant at,
      @Nullable String receiptId,
      @Nullable String receiptNumber,
      @Nullable String store,
      String author) {}

  static CertificateView of(Certificate one, Instant now) {
    return new CertificateView(
        Long.toString(one.id()),
        one.kind(),
        one.origin(),
        one.tail(),
        one.rest(),
        one.state(now),
        one.issuedAt(),
        one.endsAt(),
        one.memberId() == 0 ? null : Long.toString(one.memberId()),
        null,
        one.recipient().isEmpty() ? null : one.recipient(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** With what opens it. */
  CertificateView opening(CertificateCode opens, String address) {
    return new CertificateView(
        id,
        kind,
        origin,
        tail,
        rest,
        state,
        issuedAt,
        endsAt,
        memberId,
        memberName,
        recipient,
        opens.code(),
        address,
        opens.barcode(),
        amount,
        fiscal,
        moves);
  }

  CertificateView moving(long kopecks, List<FiscalHint> hints) {
    return new CertificateView(
        id,
        kind,
        origin,
        tail,
        rest,
        state,
        issuedAt,
        endsAt,
        memberId,
        memberName,
        recipient,
        code,
        link,
        barcode,
        kopecks,
        hints,
        moves);
  }

  CertificateView with(@Nullable String member, List<MoveView> all) {
    return new CertificateView(
        id, kind, origin, tail, rest, state, issuedAt, endsAt, memberId, member, recipient, code,
        link, barcode, amount, fiscal, all);
  }
}
