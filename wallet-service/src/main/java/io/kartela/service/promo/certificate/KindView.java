package io.kartela.service.promo.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.http.LocalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of certificates as people see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KindView(
    String id,
    LocalText name,
    Origin origin,
    List<Long> amounts,
    @Nullable Long least,
    @Nullable Long most,
    @Nullable Integer days,
    boolean stopped,
    int revision) {
  static KindView of(CertificateKind kind) {
    return new KindView(
        Long.toString(kind.id()),
        kind.name(),
        kind.origin(),
        kind.values().amounts(),
        kind.values().least(),
        kind.values().most(),
        kind.days(),
        kind.stoppedAt() != null,
        kind.revision());
  }
}
