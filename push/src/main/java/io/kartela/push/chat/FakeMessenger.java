package io.kartela.push.chat;

import io.kartela.push.http.FakeCallbacks;
import io.kartela.push.http.FakeVendor;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the stand-ins of messengers share: people whose chat with the bot can be opened, blocked,
 * removed and muted by hand, everything that was taken, and the messenger's posts about it.
 */
public abstract class FakeMessenger extends FakeVendor {
  private static final int KEPT = 300_000;

  private final Consumer<Shown> screen;
  private final List<Shown> taken = new ArrayList<>();
  private final Map<String, State> people = new HashMap<>();
  private FakeCallbacks callbacks = new FakeCallbacks(FakeCallbacks.Habits.GOOD);
  private @Nullable URI listener;
  private String secret = "";

  /**
   * A message that was taken.
   *
   * @param buttons what stands on them
   */
  public record Shown(String user, String text, List<String> buttons, Instant at) {}

  /** How somebody stands to the bot. */
  public enum State {
    /** Never came. */
    STRANGER,
    OPEN,
    BLOCKED,
    REMOVED,
    /** The account itself is no more. */
    GONE
  }

  /** What the messenger posts. */
  protected record Post(Map<String, String> headers, String body) {
    public Post {
      headers = Map.copyOf(headers);
    }
  }

  protected FakeMessenger(InstantSource clock, Consumer<Shown> screen) {
    super(clock);
    this.screen = screen;
  }

  /** An event in the messenger's own words. */
  protected abstract Post written(ChatEvent event, String secret);

  /** The chat of a person with the bot; where messengers make no difference it is the person. */
  protected String chatOf(String user) {
    return user;
  }

  /** How it posts from now on. */
  public final void habits(FakeCallbacks.Habits habits) {
    locked(
        () -> {
          callbacks.close();
          callbacks = new FakeCallbacks(habits);
          return callbacks;
        });
  }

  /** Where it posts from now on. */
  public final void listener(URI address, String itsSecret) {
    locked(
        () -> {
          listener = address;
          secret = itsSecret;
          return address;
        });
  }

  /** The person comes by a link of ours. */
  public final void start(String user, String payload) {
    becomes(user, State.OPEN, new ChatEvent.Started(chatOf(user), user, clock.instant(), payload));
  }

  public final void write(String user, String text) {
    tell(new ChatEvent.Wrote(chatOf(user), user, clock.instant(), text));
  }

  /** The person presses the button for the phone. */
  public final void givePhone(String user, String phone) {
    tell(new ChatEvent.OwnPhone(chatOf(user), user, clock.instant(), phone));
  }

  /** The person sends somebody else's contact. */
  public final void forwardContact(String user) {
    tell(new ChatEvent.ForeignPhone(chatOf(user), user, clock.instant()));
  }

  public final void block(String user) {
    becomes(
        user,
        State.BLOCKED,
        new ChatEvent.Left(chatOf(user), user, clock.instant(), ChatEvent.How.BLOCKED));
  }

  public final void remove(String user) {
    becomes(
        user,
        State.REMOVED,
        new ChatEvent.Left(chatOf(user), user, clock.instant(), ChatEvent.How.REMOVED));
  }

  public final void unblock(String user) {
    becomes(user, State.OPEN, new ChatEvent.Returned(chatOf(user), user, clock.instant()));
  }

  public final void mute(String user, Instant until) {
    tell(new ChatEvent.Muted(chatOf(user), user, clock.instant(), until));
  }

  public final void unmute(String user) {
    tell(new ChatEvent.Unmuted(chatOf(user), user, clock.instant()));
  }

  /** Without any post: messengers do not tell of accounts that are deleted. */
  public final void deleteAccount(String user) {
    locked(() -> people.put(user, State.GONE));
  }

  /** As an event that has not reached us yet. */
  public final void silently(String user, State state) {
    locked(() -> people.put(user, state));
  }

  /** How the person stands to the bot. */
  public final State state(String user) {
    return locked(() -> stateOf(user));
  }

  /** Every message that was taken, oldest first. */
  public final List<Shown> taken() {
    return locked(() -> List.copyOf(taken));
  }

  protected final State stateOf(String user) {
    return people.getOrDefault(user, State.STRANGER);
  }

  /** Shows it; the messenger's number for it. */
  protected final int take(String user, String text, List<String> buttons) {
    Shown one = new Shown(user, text, List.copyOf(buttons), clock.instant());
    if (taken.size() < KEPT) {
      taken.add(one);
    }
    screen.accept(one);
    return taken.size();
  }

  private void becomes(String user, State state, ChatEvent event) {
    locked(() -> people.put(user, state));
    tell(event);
  }

  private void tell(ChatEvent event) {
    locked(
        () -> {
          if (listener != null) {
            Post post = written(event, secret);
            callbacks.post(listener, post.headers, post.body);
          }
          return event;
        });
  }

  @Override
  public final void close() {
    locked(
        () -> {
          callbacks.close();
          return callbacks;
        });
    super.close();
  }
}
