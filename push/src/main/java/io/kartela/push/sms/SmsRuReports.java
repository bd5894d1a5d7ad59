package io.kartela.push.sms;

import io.kartela.push.Report;
import io.kartela.push.callback.Callback;
import io.kartela.push.callback.CallbackReader;
import io.kartela.push.callback.Heard;
import io.kartela.push.http.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What SMS.RU posts: up to a hundred receipts, each of four lines, with a hash over our key and all
 * of them. It repeats itself for five days until it hears 100.
 */
public final class SmsRuReports implements CallbackReader<Report> {
  private static final int MOST = 100;

  private final String apiId;

  public SmsRuReports(String apiId) {
    this.apiId = apiId;
  }

  @Override
  public Heard<Report> read(Callback callback) {
    Map<String, String> form = callback.form();
    StringBuilder signed = new StringBuilder(apiId);
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < MOST && form.containsKey("data[" + i + "]"); i++) {
      String entry = form.getOrDefault("data[" + i + "]", "");
      signed.append(entry);
      entries.add(entry);
    }
    if (!Callback.same(Digests.sha256(signed.toString()), form.get("hash"))) {
      return new Heard.Foreign<>();
    }
    List<Report> reports = new ArrayList<>();
    for (String entry : entries) {
      String[] lines = entry.split("\n", -1);
      if (lines.length >= 3 && lines[0].equals("sms_status") && lines[2].matches("-?[0-9]{1,5}")) {
        SmsRu.fate(Integer.parseInt(lines[2]))
            .map(fate -> new Report(lines[1], fate, lines[2]))
            .ifPresent(reports::add);
      }
    }
    return new Heard.Genuine<>(reports, "100");
  }
}
