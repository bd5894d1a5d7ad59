package io.kartela.service;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.certs.Loaded;
import io.kartela.certs.NfcKey;
import io.kartela.push.apns.ApnsSettings;
import io.kartela.push.google.FakeGoogleWallet;
import io.kartela.push.google.GoogleRootKeys;
import io.kartela.push.google.GoogleSettings;
import io.kartela.push.google.GoogleWallet;
import io.kartela.push.google.SaveLink;
import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.config.Secret;
import io.kartela.service.simulator.Simulator;
import io.kartela.service.wallet.google.GoogleAccounts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who we are to Apple and Google, and where they are: the real ones by configuration, or the
 * simulator's.
 *
 * @param apple empty: Apple cards are not offered
 * @param google empty: Google cards are not offered
 */
record Vendors(Optional<Apple> apple, Optional<Google> google, Optional<Simulator> simulator) {
  private static final URI GOOGLE_KEYS = URI.create("https://pay.google.com/gp/m/issuer/keys");

  /**
   * The installation's own.
   *
   * @param nfcKey the development CA's in the demo; else merchants bring theirs
   */
  record Apple(ApplePassIdentity identity, ApnsSettings apns, @Nullable NfcKey nfcKey) {}

  /**
   * Google, and who we are to it.
   *
   * @param access the ways to Google of any account that a merchant brings, for an issuer
   */
  record Google(
      GoogleServiceAccount account,
      BiFunction<GoogleServiceAccount, String, GoogleAccounts.Access> access,
      String issuerId,
      GoogleRootKeys keys) {}

  /** Where Google is; its own address, not the account's file's: a file must not decide that. */
  private record Place(URI rootUrl, URI tokenUri, URI saveBase, URI publicUrl) {
    GoogleAccounts.Access access(
        GoogleServiceAccount account, String issuerId, InstantSource clock) {
      return new GoogleAccounts.Access(
          new GoogleWallet(
              GoogleSettings.of(rootUrl, tokenUri, account.clientEmail(), account.privateKey()),
              clock),
          new SaveLink(
              saveBase,
              account.clientEmail(),
              account.privateKey(),
              List.of(publicUrl.toString()),
              clock),
          issuerId);
    }
  }

  static Vendors open(
      Config config, Path folder, URI publicUrl, InstantSource clock, Closing closing) {
    if (config.mode() == Config.Mode.DEMO) {
      DevelopmentCa ca = DevelopmentCa.openOrCreate(folder.resolve("certs"), clock.instant());
      return config.simulator()
          ? simulated(ca, folder, publicUrl, clock, closing)
          : new Vendors(
              Optional.of(apple(config, ca.passIdentity(), ca.nfcKey())),
              google(config, publicUrl, clock),
              Optional.empty());
    }
    return new Vendors(
        config.apple().identity().map(i -> apple(config, identity(config, i), null)),
        google(config, publicUrl, clock),
        Optional.empty());
  }

  private static Vendors simulated(
      DevelopmentCa ca, Path folder, URI publicUrl, InstantSource clock, Closing closing) {
    Simulator simulator =
        closing.add(new Simulator(folder.resolve("simulator"), ca, publicUrl, clock));
    ApplePassIdentity identity = ca.passIdentity();
    ApnsSettings apns =
        ApnsSettings.of(
                simulator.apnsHost(),
                simulator.apnsPort(),
                identity.passTypeIdentifier(),
                identity.privateKey(),
                identity.certificate())
            .trusting(ca.root());
    FakeGoogleWallet fake = simulator.google();
    Place place = new Place(fake.rootUrl(), fake.tokenUri(), fake.saveBase(), publicUrl);
    Google google =
        new Google(
            ca.googleServiceAccount(),
            (account, issuerId) -> place.access(account, issuerId, clock),
            Simulator.GOOGLE_ISSUER,
            new GoogleRootKeys(fake.keysUri(), Duration.ofSeconds(5), clock));
    return new Vendors(
        Optional.of(new Apple(identity, apns, ca.nfcKey())),
        Optional.of(google),
        Optional.of(simulator));
  }

  private static Apple apple(Config config, ApplePassIdentity identity, @Nullable NfcKey nfcKey) {
    return new Apple(
        identity,
        ApnsSettings.of(
            config.apple().apnsHost(),
            config.apple().apnsPort(),
            identity.passTypeIdentifier(),
            identity.privateKey(),
            identity.certificate()),
        nfcKey);
  }

  private static ApplePassIdentity identity(Config config, Config.Apple.Identity given) {
    var wwdr =
        config
            .apple()
            .wwdrFile()
            .map(f -> good(ApplePassIdentity.readCertificate(bytes(f)), f))
            .orElse(null);
    return switch (given) {
      case Config.Apple.Identity.P12(Path file, Optional<Secret> password) ->
          good(
              ApplePassIdentity.fromPkcs12(
                  bytes(file), password.map(s -> s.reveal().toCharArray()).orElse(null), wwdr),
              file);
      case Config.Apple.Identity.Pem(Path certificate, Path key, Optional<Secret> password) ->
          good(
              ApplePassIdentity.fromPem(
                  text(certificate) + "\n" + text(key),
                  password.map(s -> s.reveal().toCharArray()).orElse(null),
                  wwdr),
              certificate);
    };
  }

  private static Optional<Google> google(Config config, URI publicUrl, InstantSource clock) {
    return config
        .google()
        .map(
            g -> {
              GoogleServiceAccount account =
                  good(
                      GoogleServiceAccount.parse(text(g.serviceAccountFile())),
                      g.serviceAccountFile());
              Place place =
                  new Place(
                      // Google's client resolves its paths against a folder.
                      URI.create(g.rootUrl().toString().replaceAll("/*$", "/")),
                      GoogleServiceAccount.GOOGLE_TOKEN_URI,
                      SaveLink.GOOGLE,
                      publicUrl);
              return new Google(
                  account,
                  (own, issuerId) -> place.access(own, issuerId, clock),
                  g.issuerId(),
                  new GoogleRootKeys(GOOGLE_KEYS, Duration.ofSeconds(10), clock));
            });
  }

  private static <T> T good(Loaded<T> loaded, Path file) {
    return switch (loaded) {
      case Loaded.Ok<T>(T value) -> value;
      case Loaded.Refused<T> refused ->
          throw new StartException(
              file
                  + ": "
                  + refused.problems().stream()
                      .map(p -> p.text(Locale.ENGLISH))
                      .collect(Collectors.joining("; ")),
              new IllegalArgumentException("refused"));
    };
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StartException("The file " + file + " cannot be read", e);
    }
  }

  private static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }
}
