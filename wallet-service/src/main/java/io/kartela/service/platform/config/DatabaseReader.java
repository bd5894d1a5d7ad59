package io.kartela.service.platform.config;

import io.kartela.service.platform.config.Config.Database;
import io.kartela.service.platform.config.Config.Login;
import io.kartela.service.platform.config.Config.Mode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which database, and who signs in. */
final class DatabaseReader {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final List<Key> ONLY_WITH_URL =
      List.of(
          Key.DATABASE_USER,
          Key.DATABASE_PASSWORD,
          Key.DATABASE_MIGRATION_USER,
          Key.DATABASE_MIGRATION_PASSWORD);

  private final Settings settings;
  private final Values values;

  DatabaseReader(Settings settings, Values values) {
    this.settings = settings;
    this.values = values;
  }

  Database read(Mode mode, boolean fresh) {
    int poolSize = values.number(Key.DATABASE_POOL_SIZE, 2, 500);
    Optional<String> url = values.optionalText(Key.DATABASE_URL);
    if (url.isEmpty()) {
      ONLY_WITH_URL.forEach(key -> values.requires(key, Key.DATABASE_URL));
      if (mode == Mode.PRODUCTION) {
        settings.mistake(
            "%s (or %s) is required in production mode.",
            Key.DATABASE_URL.key(), Key.DATABASE_URL.variable());
      }
      return new Database.Embedded(poolSize);
    }
    if (fresh) {
      settings.mistake(
          "--fresh erases the embedded database only, but %s names another one.",
          settings.where(Key.DATABASE_URL));
    }
    return external(url.get(), poolSize);
  }

  private Database external(String url, int poolSize) {
    String where = settings.where(Key.DATABASE_URL);
    if (!url.startsWith(PREFIX)) {
      settings.mistake("%s must be an address such as jdbc:postgresql://host:5432/kartela.", where);
    }
    Map<String, String> inUrl = new TreeMap<>();
    String bare = takeLogin(url, inUrl);
    String user = either(Key.DATABASE_USER, inUrl.get("user"), "user").orElse("");
    Optional<Secret> password =
        either(Key.DATABASE_PASSWORD, inUrl.get("password"), "password")
            .filter(text -> !text.isEmpty())
            .map(Secret::of);
    if (user.isEmpty()) {
      settings.mistake(
          "%s is set, but %s is not (with ./run: --db-user NAME).", where, Key.DATABASE_USER.key());
    }
    values.requires(Key.DATABASE_MIGRATION_PASSWORD, Key.DATABASE_MIGRATION_USER);
    Optional<Login> migration =
        values
            .optionalText(Key.DATABASE_MIGRATION_USER)
            .map(name -> new Login(name, values.secret(Key.DATABASE_MIGRATION_PASSWORD)));
    return new Database.External(bare, new Login(user, password), migration, poolSize);
  }

  /** Takes user and password out of the address, so that it can be logged. */
  private static String takeLogin(String url, Map<String, String> login) {
    int question = url.indexOf('?');
    if (question < 0) {
      return url;
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : url.substring(question + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (name.equals("user") || name.equals("password")) {
        login.put(name, URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
      } else if (!parameter.isEmpty()) {
        kept.add(parameter);
      }
    }
    return url.substring(0, question) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
  }

  private Optional<String> either(Key key, @Nullable String inUrl, String parameter) {
    Optional<String> set = values.optionalText(key);
    if (set.isPresent() && inUrl != null && !set.get().equals(inUrl)) {
      settings.mistake(
          "%s and the parameter %s of %s differ; keep one of them.",
          settings.where(key), parameter, settings.where(Key.DATABASE_URL));
    }
    return set.or(() -> Optional.ofNullable(inUrl));
  }
}
