package io.kartela.service.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.push.chat.FakeMessenger;
import io.kartela.push.chat.FakeMessenger.Shown;
import io.kartela.push.max.FakeMax;
import io.kartela.push.telegram.FakeTelegram;
import io.kartela.push.vk.FakeVk;
import io.kartela.service.message.channel.ChannelKind;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Messengers of the demo: a bot of its own for each shop and messenger, made when it is first
 * needed, and the chats that people opened with it. Thread-safe.
 */
public final class ChatBots implements AutoCloseable {
  private static final int MOST_BOTS = 200;
  private static final int MOST_CHATS = 500;
  private static final int MOST_MESSAGES = 50;
  private static final int FIRST_PERSON = 1_001;

  private final InstantSource clock;
  private final Map<Bot, FakeMessenger> bots = new LinkedHashMap<>();
  private final Map<String, Chat> chats = new LinkedHashMap<>();
  private int next = FIRST_PERSON;

  /**
   * A shop's bot.
   *
   * @param name as the shop's channel names it: of a community its number
   */
  public record Bot(long merchantId, ChannelKind kind, String name) {}

  /**
   * Words that came to a chat.
   *
   * @param buttons what stands under them
   */
  public record Said(String text, List<String> buttons, Instant at) {}

  /** A chat as it stands. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record View(
      String id,
      ChannelKind kind,
      String bot,
      boolean open,
      @Nullable Instant mutedUntil,
      List<Said> messages) {}

  private static final class Chat {
    private final Bot bot;
    private boolean open = true;
    private @Nullable Instant mutedUntil;
    private final List<Said> said = new ArrayList<>();

    Chat(Bot bot) {
      this.bot = bot;
    }
  }

  public ChatBots(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Where a shop's bot is spoken to.
   *
   * @param token that it knows
   */
  public URI address(Bot bot, String token) {
    return fake(bot, token).address();
  }

  /** Has everything that people do in its chats posted there. */
  public void listen(Bot bot, String token, URI to, String secret) {
    fake(bot, token).listener(to, secret);
  }

  private synchronized FakeMessenger fake(Bot bot, String token) {
    FakeMessenger known = bots.get(bot);
    if (known != null) {
      return known;
    }
    if (bots.size() >= MOST_BOTS) {
      throw new IllegalStateException("too many bots for a demo");
    }
    Consumer<Shown> screen = shown -> arrived(shown);
    FakeMessenger made =
        switch (bot.kind) {
          case MAX -> new FakeMax(token, clock, screen);
          case TELEGRAM -> new FakeTelegram(token, clock, screen);
          case VK -> new FakeVk(token, Long.parseLong(bot.name), clock, screen);
          case SMS, MAIL, WEB -> throw new IllegalArgumentException("no messenger");
        };
    bots.put(bot, made);
    return made;
  }

  // Called by a stand-in that is locked: nothing here may wait for one.
  private void arrived(Shown shown) {
    synchronized (chats) {
      Chat chat = chats.get(shown.user());
      if (chat != null) {
        chat.said.addFirst(new Said(shown.text(), shown.buttons(), shown.at()));
        if (chat.said.size() > MOST_MESSAGES) {
          chat.said.removeLast();
        }
      }
    }
  }

  /** Somebody follows a shop's link; empty when there is no such bot. */
  Optional<View> open(Bot bot, String payload) {
    FakeMessenger fake;
    synchronized (this) {
      fake = bots.get(bot);
    }
    if (fake == null) {
      return Optional.empty();
    }
    String id;
    synchronized (chats) {
      id = Integer.toString(next++);
      chats.put(id, new Chat(bot));
      if (chats.size() > MOST_CHATS) {
        chats.remove(chats.keySet().iterator().next());
      }
    }
    fake.start(id, payload);
    return view(id);
  }

  /** What a person may do in a chat. */
  enum Act {
    START,
    STOP,
    MUTE,
    UNMUTE,
    /** Presses the button that gives the own phone. */
    GIVE_PHONE,
    /** Sends somebody else's contact. */
    FORWARD
  }

  /**
   * Empty: there is no such chat.
   *
   * @param phone of the account that acts
   */
  Optional<View> act(String id, Act act, Instant until, String phone) {
    Bot bot;
    synchronized (chats) {
      Chat chat = chats.get(id);
      if (chat == null) {
        return Optional.empty();
      }
      bot = chat.bot;
      switch (act) {
        case START -> chat.open = true;
        case STOP -> chat.open = false;
        case MUTE -> chat.mutedUntil = until;
        case UNMUTE -> chat.mutedUntil = null;
        case GIVE_PHONE, FORWARD -> {}
      }
    }
    FakeMessenger fake;
    synchronized (this) {
      fake = bots.get(bot);
    }
    if (fake != null) {
      switch (act) {
        case START -> fake.unblock(id);
        case STOP -> fake.block(id);
        case MUTE -> fake.mute(id, until);
        case UNMUTE -> fake.unmute(id);
        case GIVE_PHONE -> fake.givePhone(id, phone);
        case FORWARD -> fake.forwardContact(id);
      }
    }
    return view(id);
  }

  private Optional<View> view(String id) {
    synchronized (chats) {
      return Optional.ofNullable(chats.get(id)).map(chat -> view(id, chat));
    }
  }

  private View view(String id, Chat chat) {
    Instant until = chat.mutedUntil;
    boolean muted = until != null && until.isAfter(clock.instant());
    return new View(
        id, chat.bot.kind, chat.bot.name, chat.open, muted ? until : null, List.copyOf(chat.said));
  }

  /** Newest first. */
  List<View> chats() {
    synchronized (chats) {
      return chats.entrySet().stream()
          .map(e -> view(e.getKey(), e.getValue()))
          .sorted(Comparator.comparingInt((View v) -> Integer.parseInt(v.id)).reversed())
          .toList();
    }
  }

  @Override
  public synchronized void close() {
    bots.values().forEach(FakeMessenger::close);
    bots.clear();
  }
}
