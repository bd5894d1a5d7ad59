package io.kartela.service.simulator;

import io.kartela.push.sms.FakeSmsRu;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** People of the demo who ring the gateways' free number. Thread-safe. */
public final class DemoCalls {
  private final List<FakeSmsRu> gateways = new CopyOnWriteArrayList<>();

  /** Another stand-in whose number may be rung. */
  public void add(FakeSmsRu gateway) {
    gateways.add(gateway);
  }

  /** Somebody rings from this phone, in E.164. */
  void ring(String phone) {
    gateways.forEach(gateway -> gateway.ring(phone));
  }
}
