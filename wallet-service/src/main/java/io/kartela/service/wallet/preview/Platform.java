package io.kartela.service.wallet.preview;

/** Whose wallet a phone has. */
public enum Platform {
  APPLE,
  GOOGLE
}
