package io.kartela.service.simulator;

import io.kartela.service.http.Lang;
import java.util.List;

/** An Android phone. */
public final class GooglePhone extends SimulatedPhone {
  GooglePhone(String id, String name) {
    super(id, name);
  }

  @Override
  public Platform platform() {
    return Platform.GOOGLE;
  }

  @Override
  public String add(String card) {
    throw new WalletRefused("not yet");
  }

  @Override
  public void remove(String serial) {}

  @Override
  public void refresh() {}

  @Override
  public List<PhoneView.Card> cards(Lang lang) {
    return List.of();
  }
}
