package io.kartela.push.sms;

import io.kartela.push.Report;
import io.kartela.push.callback.Callback;
import io.kartela.push.callback.CallbackReader;
import io.kartela.push.callback.Heard;
import java.util.Map;

/**
 * What SMSC.RU posts for its «events»: a form for each text. The address that it was given carries
 * our secret as {@code key}.
 */
public final class SmscReports implements CallbackReader<Report> {
  private final String secret;

  public SmscReports(String secret) {
    this.secret = secret;
  }

  @Override
  public Heard<Report> read(Callback callback) {
    if (!callback.carries(secret)) {
      return new Heard.Foreign<>();
    }
    Map<String, String> form = callback.form();
    return new Heard.Genuine<>(
        SmscStatus.report(
                form.getOrDefault("id", ""),
                form.getOrDefault("status", ""),
                form.getOrDefault("err", ""))
            .stream()
            .toList(),
        "OK");
  }
}
