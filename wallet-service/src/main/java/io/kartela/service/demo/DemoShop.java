package io.kartela.service.demo;

import io.kartela.rules.ProgramJson;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.goods.GoodsCatalogue;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * The demonstration shop «Зерно»: made once, with a program, two stores, staff and registers. Its
 * secrets are random for every installation and kept in the data folder, so that a restart prints
 * the same.
 */
public final class DemoShop {
  public static final String SLUG = "zerno";
  public static final String OWNER = "owner@zerno.example";
  public static final String MARKETER = "marketer@zerno.example";
  public static final String CASHIER = "cashier@zerno.example";
  private static final String FILE = "demo.properties";

  private final Merchants merchants;
  private final Programs programs;
  private final Stores stores;
  private final Sessions sessions;
  private final GoodsCatalogue goods;
  private final Ids ids;

  /**
   * What a newcomer needs to try the demo; shown on the console and the start page, on loopback
   * only.
   */
  public record Credentials(
      long merchantId,
      String email,
      String password,
      String registerKey,
      String secondRegisterKey) {
    @Override
    public String toString() {
      return "Credentials[" + email + "]";
    }
  }

  /**
   * The shop and whether it has just been made.
   *
   * @param fresh its history is still to be written
   */
  public record Shop(Credentials credentials, boolean fresh) {}

  public DemoShop(
      Merchants merchants,
      Programs programs,
      Stores stores,
      Sessions sessions,
      GoodsCatalogue goods,
      Ids ids) {
    this.merchants = merchants;
    this.programs = programs;
    this.stores = stores;
    this.sessions = sessions;
    this.goods = goods;
    this.ids = ids;
  }

  public Shop open(Path dataFolder) {
    Shop shop = openOrMake(dataFolder);
    goods.set(shop.credentials.merchantId, "demo", DemoGoods.ALL);
    return shop;
  }

  private Shop openOrMake(Path dataFolder) {
    Path file = dataFolder.resolve(FILE);
    OptionalLong known = merchants.idOf(SLUG);
    Optional<Credentials> kept = read(file);
    if (known.isPresent() && kept.isPresent()) {
      return new Shop(kept.get(), false);
    }
    if (known.isPresent()) {
      // Another data folder, e.g. with a PostgreSQL of one's own: new secrets for the same shop.
      Credentials renewed = renew(known.getAsLong());
      write(file, renewed);
      return new Shop(renewed, false);
    }
    return new Shop(make(file), true);
  }

  private Credentials renew(long id) {
    List<Stores.StoreView> all = stores.list(id);
    long first = Long.parseLong(all.getFirst().id());
    long last = Long.parseLong(all.getLast().id());
    String password = password();
    for (String email : List.of(OWNER, MARKETER, CASHIER)) {
      sessions.setPassword(id, email, password);
    }
    return new Credentials(
        id,
        OWNER,
        password,
        stores.createRegister(id, first, "Касса 1").key(),
        stores.createRegister(id, last, "Касса 1").key());
  }

  /**
   * The address comes last: a start that was killed half-way leaves nothing that anybody can reach.
   */
  private Credentials make(Path file) {
    long id = ids.next();
    ZoneId moscow = ZoneId.of("Europe/Moscow");
    Merchant merchant =
        new Merchant(
            id,
            SLUG,
            new LocalText("Кофейня «Зерно»", "Zerno Coffee"),
            new LocalText(
                "Бонусы за каждую чашку: копите от 3 до 10 % и платите ими до половины чека. Сто"
                    + " бонусов — сразу.",
                "Bonuses with every cup: earn 3 to 10% and pay up to half of the bill with them."
                    + " 100 bonuses to start."),
            moscow,
            Lang.RU,
            "#5b3a29");
    merchants.create(merchant);
    programs.publish(id, ProgramJson.parse(resource("demo/program.json")).program(), "Kartela");
    long moscowStore = stores.createStore(id, "Зерно на Покровке", moscow);
    long uralStore = stores.createStore(id, "Зерно на Вайнера", ZoneId.of("Asia/Yekaterinburg"));
    String password = password();
    Credentials made =
        new Credentials(
            id,
            OWNER,
            password,
            stores.createRegister(id, moscowStore, "Касса 1").key(),
            stores.createRegister(id, uralStore, "Касса 1").key());
    sessions.createStaff(id, OWNER, "Ольга Зернова", Role.OWNER, password, Lang.RU);
    sessions.createStaff(id, MARKETER, "Марк Светлов", Role.MARKETER, password, Lang.RU);
    sessions.createStaff(id, CASHIER, "Катя Белова", Role.CASHIER, password, Lang.RU);
    write(file, made);
    merchants.open(merchant);
    return made;
  }

  private static String password() {
    return Tokens.random().replaceAll("[^A-Za-z0-9]", "").substring(0, 12);
  }

  private static String resource(String name) {
    try (InputStream in = DemoShop.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Credentials> read(Path file) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    Properties p = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      p.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(
        new Credentials(
            Long.parseLong(p.getProperty("merchant", "0")),
            OWNER,
            p.getProperty("password", ""),
            p.getProperty("register-key", ""),
            p.getProperty("second-register-key", "")));
  }

  private static void write(Path file, Credentials c) {
    Properties p = new Properties();
    p.setProperty("merchant", Long.toString(c.merchantId()));
    p.setProperty("password", c.password());
    p.setProperty("register-key", c.registerKey());
    p.setProperty("second-register-key", c.secondRegisterKey());
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (var out = Files.newOutputStream(file)) {
        p.store(out, "The demo shop's secrets");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
