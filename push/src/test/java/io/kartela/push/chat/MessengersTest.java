package io.kartela.push.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import io.kartela.push.SettableClock;
import io.kartela.push.TextChannel;
import io.kartela.push.callback.Callback;
import io.kartela.push.callback.CallbackReader;
import io.kartela.push.callback.Heard;
import io.kartela.push.chat.FakeMessenger.Shown;
import io.kartela.push.chat.FakeMessenger.State;
import io.kartela.push.http.FakeCallbacks;
import io.kartela.push.http.FakeVendor.Trouble;
import io.kartela.push.http.Listener;
import io.kartela.push.max.FakeMax;
import io.kartela.push.max.Max;
import io.kartela.push.max.MaxUpdates;
import io.kartela.push.telegram.FakeTelegram;
import io.kartela.push.telegram.Telegram;
import io.kartela.push.telegram.TelegramUpdates;
import io.kartela.push.vk.FakeVk;
import io.kartela.push.vk.Vk;
import io.kartela.push.vk.VkEvents;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every messenger must do, tried on each. */
class MessengersTest {
  private static final String TOKEN = "123456:AA-token_of_ours";
  private static final String SECRET = "webhook-secret";
  private static final String ANNA = "4001";
  private static final Duration PATIENCE = Duration.ofMillis(900);
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final List<Shown> screen = new CopyOnWriteArrayList<>();

  enum Messenger {
    MAX,
    TELEGRAM,
    VK
  }

  private FakeMessenger fake(Messenger messenger) {
    return switch (messenger) {
      case MAX -> new FakeMax(TOKEN, clock, screen::add);
      case TELEGRAM -> new FakeTelegram(TOKEN, clock, screen::add);
      case VK -> new FakeVk(TOKEN, 77, clock, screen::add);
    };
  }

  private static TextChannel<ChatMessage> channel(Messenger messenger, URI at, String token) {
    return switch (messenger) {
      case MAX -> new Max(new Max.Settings(at, token, "", PATIENCE));
      case TELEGRAM -> new Telegram(new Telegram.Settings(at, token, PATIENCE));
      case VK -> new Vk(new Vk.Settings(at, token, PATIENCE));
    };
  }

  private static CallbackReader<ChatEvent> reader(Messenger messenger, String secret) {
    return switch (messenger) {
      case MAX -> new MaxUpdates(secret);
      case TELEGRAM -> new TelegramUpdates(secret);
      case VK -> new VkEvents("77", secret, "confirm-me");
    };
  }

  private static ChatMessage words(FakeMessenger fake, String text) {
    return ChatMessage.of(fake.chatOf(ANNA), text, "m-" + text);
  }

  private static void assertAnswer(Class<? extends Answer> type, Answer answer) {
    assertInstanceOf(type, answer);
  }

  @ParameterizedTest
  @EnumSource(Messenger.class)
  void wordsAndButtonsAreShown(Messenger messenger) {
    try (FakeMessenger fake = fake(messenger);
        TextChannel<ChatMessage> channel = channel(messenger, fake.address(), TOKEN)) {
      fake.start(ANNA, "");
      ChatMessage.Link link =
          new ChatMessage.Link("Моя карта", URI.create("https://shop.example/c"));
      Answer.Accepted taken =
          assertInstanceOf(
              Answer.Accepted.class,
              channel.send(new ChatMessage(fake.chatOf(ANNA), "Кофе & 100 % 😀", "1", link, null)));
      assertFalse(taken.vendorId().isEmpty());
      assertEquals(
          List.of(new Shown(ANNA, "Кофе & 100 % 😀", List.of("Моя карта"), NOW)), fake.taken());
      if (messenger != Messenger.VK) {
        channel.send(new ChatMessage(fake.chatOf(ANNA), "Телефон?", "2", null, "Дать телефон"));
        assertEquals(List.of("Дать телефон"), screen.getLast().buttons());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Messenger.class)
  void whoLeftIsDeadAndWhoComesBackIsNot(Messenger messenger) {
    try (FakeMessenger fake = fake(messenger);
        TextChannel<ChatMessage> channel = channel(messenger, fake.address(), TOKEN)) {
      assertAnswer(Answer.AddressRefused.class, channel.send(words(fake, "to a stranger")));
      fake.start(ANNA, "");
      fake.silently(ANNA, State.BLOCKED);
      assertDead(channel.send(words(fake, "blocked")));
      fake.unblock(ANNA);
      assertAnswer(Answer.Accepted.class, channel.send(words(fake, "back")));
      fake.deleteAccount(ANNA);
      assertDead(channel.send(words(fake, "no account")));
      assertEquals(List.of("back"), screen.stream().map(Shown::text).toList());
    }
  }

  private static void assertDead(Answer answer) {
    assertEquals(
        io.kartela.push.Delivery.AddressFate.DEAD,
        assertInstanceOf(Answer.AddressRefused.class, answer).fate());
  }

  @ParameterizedTest
  @EnumSource(Messenger.class)
  void aWrongTokenHasteAndLengthAreToldApart(Messenger messenger) {
    try (FakeMessenger fake = fake(messenger);
        TextChannel<ChatMessage> channel = channel(messenger, fake.address(), TOKEN);
        TextChannel<ChatMessage> stranger = channel(messenger, fake.address(), "1:other")) {
      fake.start(ANNA, "");
      assertAnswer(Answer.CredentialRefused.class, stranger.send(words(fake, "1")));
      assertAnswer(Answer.TextRefused.class, channel.send(words(fake, "x".repeat(9_001))));
      fake.pace(1);
      assertAnswer(Answer.Accepted.class, channel.send(words(fake, "2")));
      assertEquals(
          Duration.ofSeconds(1),
          assertInstanceOf(Answer.Throttled.class, channel.send(words(fake, "3"))).after());
      assertEquals(1, fake.taken().size());
    }
  }

  @ParameterizedTest
  @EnumSource(Messenger.class)
  void aLostAnswerIsUnknownAndNobodyAtTheDoorIsCertain(Messenger messenger) {
    URI gone;
    try (FakeMessenger fake = fake(messenger);
        TextChannel<ChatMessage> channel = channel(messenger, fake.address(), TOKEN)) {
      gone = fake.address();
      fake.start(ANNA, "");
      fake.trouble(new Trouble.Drop());
      assertAnswer(Answer.Unknown.class, channel.send(words(fake, "lost")));
      fake.trouble(new Trouble.Status(502));
      assertAnswer(Answer.Unknown.class, channel.send(words(fake, "proxy")));
      fake.trouble(new Trouble.None());
      assertAnswer(Answer.Accepted.class, channel.send(words(fake, "lost")));
      // Only VK knows messages by our ids: elsewhere the person reads it twice.
      assertEquals(messenger == Messenger.VK, channel.knowsIds());
      assertEquals(messenger == Messenger.VK ? 1 : 2, screen.size());
    }
    try (TextChannel<ChatMessage> channel = channel(messenger, gone, TOKEN)) {
      assertAnswer(Answer.NotSent.class, channel.send(ChatMessage.of("1", "x", "1")));
    }
  }

  @ParameterizedTest
  @EnumSource(Messenger.class)
  void whatPeopleDoIsPosted(Messenger messenger) throws Exception {
    try (Listener listener = new Listener(0);
        FakeMessenger fake = fake(messenger)) {
      fake.habits(new FakeCallbacks.Habits(3, Duration.ZERO, 100, Duration.ofMillis(20), 3));
      fake.listener(listener.address("/hook"), SECRET);
      String chat = fake.chatOf(ANNA);
      boolean dated = messenger != Messenger.VK;
      Instant at = dated ? NOW : null;

      fake.start(ANNA, "card-17");
      assertTold(messenger, listener, new ChatEvent.Started(chat, ANNA, at, "card-17"));
      fake.write(ANNA, "СТОП");
      assertTold(messenger, listener, new ChatEvent.Wrote(chat, ANNA, NOW, "СТОП"));
      fake.block(ANNA);
      ChatEvent.How how = dated ? ChatEvent.How.BLOCKED : ChatEvent.How.DENIED;
      assertTold(messenger, listener, new ChatEvent.Left(chat, ANNA, at, how));
      fake.unblock(ANNA);
      assertTold(
          messenger,
          listener,
          messenger == Messenger.TELEGRAM
              ? new ChatEvent.Returned(chat, ANNA, at)
              : new ChatEvent.Started(chat, ANNA, at, ""));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Messenger.class,
      names = {"MAX", "TELEGRAM"})
  void onlyTheOwnPhoneProvesAnything(Messenger messenger) throws Exception {
    try (Listener listener = new Listener(0);
        FakeMessenger fake = fake(messenger)) {
      fake.habits(new FakeCallbacks.Habits(3, Duration.ZERO, 100, Duration.ofMillis(20), 3));
      fake.listener(listener.address("/hook"), SECRET);
      String chat = fake.chatOf(ANNA);
      fake.givePhone(ANNA, "+79123456789");
      assertTold(messenger, listener, new ChatEvent.OwnPhone(chat, ANNA, NOW, "+79123456789"));
      fake.forwardContact(ANNA);
      assertTold(messenger, listener, new ChatEvent.ForeignPhone(chat, ANNA, NOW));
    }
  }

  /** Twice, since the messenger posts everything twice here; a stranger's post is told apart. */
  private static void assertTold(Messenger messenger, Listener listener, ChatEvent expected)
      throws InterruptedException {
    List<ChatEvent> told = new ArrayList<>();
    for (Callback post : listener.next(2)) {
      if (!(reader(messenger, SECRET).read(post) instanceof Heard.Genuine<ChatEvent> heard)) {
        throw new AssertionError("taken for a stranger's");
      }
      assertEquals(messenger == Messenger.VK ? "ok" : "", heard.reply());
      told.addAll(heard.events());
      assertInstanceOf(Heard.Foreign.class, reader(messenger, "other").read(post));
      assertInstanceOf(Heard.Foreign.class, reader(messenger, "").read(post));
    }
    assertEquals(List.of(expected, expected), told);
  }

  @ParameterizedTest
  @EnumSource(Messenger.class)
  void nonsenseTellsOfNothing(Messenger messenger) {
    for (String body : List.of("", "[]", "{", "{\"message\": 7}", "{\"type\": null}")) {
      Callback post = new Callback("", body, name -> SECRET);
      Heard<ChatEvent> heard = reader(messenger, SECRET).read(post);
      assertTrue(
          heard instanceof Heard.Foreign<ChatEvent>
              || (heard instanceof Heard.Genuine<ChatEvent> genuine && genuine.events().isEmpty()),
          body);
    }
  }

  @ParameterizedTest
  @EnumSource(Messenger.class)
  void tokensAndWordsAreNowhereToBeRead(Messenger messenger) {
    URI at = URI.create("https://messenger.example");
    String settings =
        switch (messenger) {
          case MAX -> new Max.Settings(at, TOKEN, "", PATIENCE).toString();
          case TELEGRAM -> new Telegram.Settings(at, TOKEN, PATIENCE).toString();
          case VK -> new Vk.Settings(at, TOKEN, PATIENCE).toString();
        };
    assertFalse(settings.contains("token_of_ours"), settings);
    assertFalse(ChatMessage.of("1", "secret words", "id").toString().contains("secret"));
    URI closed = URI.create("http://127.0.0.1:9");
    try (TextChannel<ChatMessage> channel = channel(messenger, closed, TOKEN)) {
      String answer = channel.send(ChatMessage.of("1", "x", "1")).toString();
      assertFalse(answer.contains("token_of_ours"), answer);
    }
  }
}
