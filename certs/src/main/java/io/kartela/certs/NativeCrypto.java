package io.kartela.certs;

import java.lang.reflect.InvocationTargetException;
import java.security.Provider;
import java.util.Optional;

/**
 * Amazon Corretto's provider, whose RSA is several times faster than the JDK's. It is native code
 * for one platform and needs a place to unpack it, so nothing may depend on its being there. It is
 * handed to whoever signs and never registered: all other cryptography stays the JDK's.
 */
public final class NativeCrypto {
  private static final String PROVIDER =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
  private static final String SWITCH = "kartela.native-crypto";

  private NativeCrypto() {}

  /** Loaded once, when first asked for. */
  private static final class Holder {
    static final Optional<Provider> FOUND = load();
  }

  /**
   * The provider; empty where it does not load or fails its own tests, or when the system property
   * {@code kartela.native-crypto} is {@code off}.
   */
  public static Optional<Provider> find() {
    return Holder.FOUND;
  }

  private static Optional<Provider> load() {
    if ("off".equals(System.getProperty(SWITCH))) {
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName(PROVIDER);
      Provider provider = (Provider) type.getField("INSTANCE").get(null);
      if (provider == null) {
        return Optional.empty();
      }
      type.getMethod("assertHealthy").invoke(provider);
      return Optional.of(provider);
    } catch (ReflectiveOperationException | LinkageError e) {
      if (e instanceof InvocationTargetException it
          && it.getCause() instanceof VirtualMachineError fatal) {
        throw fatal;
      }
      return Optional.empty();
    }
  }
}
