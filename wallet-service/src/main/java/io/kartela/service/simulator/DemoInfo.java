package io.kartela.service.simulator;

/**
 * What a newcomer needs to try the demo. Shown without asking: the demo listens on loopback only.
 */
public record DemoInfo(
    String shopSlug, String email, String password, String registerKey, Pages pages) {
  /** Absolute addresses. */
  public record Pages(
      String cabinet, String till, String join, String phone, String mailbox, String openapi) {}

  @Override
  public String toString() {
    return "DemoInfo[" + shopSlug + "]";
  }
}
