package io.kartela.service.message.channel;

import io.kartela.push.Answer;
import io.kartela.service.message.channel.Channel.Stop;
import io.kartela.service.message.channel.Channel.Why;
import java.time.Instant;
import java.util.Optional;

/** Which answers are about us, so that nothing more is asked until somebody acts. */
public final class Stops {
  private Stops() {}

  public static Optional<Stop> of(Answer answer, Instant now) {
    return switch (answer) {
      case Answer.CredentialRefused(String code) ->
          Optional.of(new Stop(Why.CREDENTIAL, code, now));
      case Answer.OutOfMoney(String code) -> Optional.of(new Stop(Why.MONEY, code, now));
      case Answer.Accepted _,
          Answer.AddressRefused _,
          Answer.Withdrawn _,
          Answer.TextRefused _,
          Answer.Throttled _,
          Answer.NotSent _,
          Answer.Unknown _ ->
          Optional.empty();
    };
  }
}
