package io.kartela.service.simulator;

/** Whose wallet a phone has. */
public enum Platform {
  APPLE,
  GOOGLE
}
