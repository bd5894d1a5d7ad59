package io.kartela.service.message;

import io.kartela.push.Answer;
import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.TextMessage;
import io.kartela.service.platform.work.Silences;
import java.math.BigDecimal;
import java.util.Optional;

/** A gateway of which it is known when it answers nobody. Thread-safe, as the gateway is. */
public final class HeardGateway implements SmsGateway {
  private final SmsGateway gateway;
  private final Silences silences;

  public HeardGateway(SmsGateway gateway, Silences silences) {
    this.gateway = gateway;
    this.silences = silences;
  }

  @Override
  public Answer send(TextMessage message) {
    Answer answer = gateway.send(message);
    switch (answer) {
      case Answer.NotSent(String reason) -> silences.unanswered(Silences.Vendor.SMS, reason);
      case Answer.Unknown(String reason) -> silences.unanswered(Silences.Vendor.SMS, reason);
      case Answer.Accepted _,
          Answer.AddressRefused _,
          Answer.Withdrawn _,
          Answer.TextRefused _,
          Answer.CredentialRefused _,
          Answer.OutOfMoney _,
          Answer.Throttled _ ->
          silences.answered(Silences.Vendor.SMS);
    }
    return answer;
  }

  @Override
  public Optional<BigDecimal> balance() {
    Optional<BigDecimal> balance = gateway.balance();
    balance.ifPresent(_ -> silences.answered(Silences.Vendor.SMS));
    return balance;
  }

  @Override
  public void close() {
    gateway.close();
  }
}
