package io.kartela.service.wallet.preview;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Fetches pictures that Google resources name, once each. Thread-safe. */
public final class Pictures {
  private static final int KEPT = 100;

  private final PhoneHttp http;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  public Pictures(PhoneHttp http) {
    this.http = http;
  }

  /** The picture as a data: address; null when it cannot be had. */
  public @Nullable String dataUrl(String address) {
    if (!address.startsWith("http")) {
      return null;
    }
    String there = known.get(address);
    if (there != null) {
      return there;
    }
    try {
      HttpResponse<byte[]> answer = http.send(http.request(URI.create(address)).build());
      String url = answer.statusCode() == 200 ? PassFields.dataUrl(answer.body()) : null;
      if (url != null) {
        if (known.size() > KEPT) {
          known.clear();
        }
        known.put(address, url);
      }
      return url;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
