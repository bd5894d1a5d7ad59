package io.kartela.push.vk;

import io.kartela.push.chat.ChatEvent;
import io.kartela.push.chat.FakeMessenger;
import io.kartela.push.http.Bodies;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Plays VK's messages on loopback: one {@code random_id} is shown once. Thread-safe. */
public final class FakeVk extends FakeMessenger {
  private static final int LONGEST = 9_000;
  private static final int MOST = 100;

  private final String token;
  private final long group;
  private final Map<String, Integer> known = new HashMap<>();

  public FakeVk(String token, long group, InstantSource clock, Consumer<Shown> screen) {
    super(clock, screen);
    this.token = token;
    this.group = group;
    start();
  }

  @Override
  protected Reply answer(Request request) {
    Map<String, String> form = request.form();
    if (!request.path().equals("/method/messages.send")) {
      return refusal(3);
    }
    if (!token.equals(form.get("access_token"))) {
      return refusal(5);
    }
    String[] peers = form.getOrDefault("peer_ids", "").split(",", -1);
    String text = form.getOrDefault("message", "");
    if (!form.containsKey("v") || !form.containsKey("random_id") || peers.length > MOST) {
      return refusal(100);
    }
    if (text.isEmpty()) {
      return refusal(100);
    }
    if (text.length() > LONGEST) {
      return refusal(914);
    }
    List<String> buttons = buttons(form.getOrDefault("keyboard", "{}"));
    List<Map<String, Object>> verdicts = new ArrayList<>();
    for (String peer : peers) {
      if (!peer.matches("[1-9][0-9]{0,17}")) {
        return refusal(100);
      }
      verdicts.add(verdict(peer, text, form.getOrDefault("random_id", "0"), buttons));
    }
    return Reply.json(200, Map.of("response", verdicts));
  }

  private Map<String, Object> verdict(
      String peer, String text, String randomId, List<String> buttons) {
    Map<String, Object> verdict = new LinkedHashMap<>();
    verdict.put("peer_id", Long.parseLong(peer));
    int error =
        switch (stateOf(peer)) {
          case STRANGER -> 901;
          case BLOCKED -> 902;
          case GONE -> 18;
          case OPEN, REMOVED -> 0;
        };
    if (error != 0) {
      verdict.put("error", Map.of("code", error, "description", "refused"));
      return verdict;
    }
    boolean named = !randomId.equals("0");
    Integer before = named ? known.get(peer + "/" + randomId) : null;
    int number = before == null ? take(peer, text, buttons) : before;
    if (named) {
      known.put(peer + "/" + randomId, number);
    }
    verdict.put("message_id", number);
    return verdict;
  }

  private static List<String> buttons(String keyboard) {
    @Nullable JsonNode json = Bodies.object(keyboard);
    List<String> labels = new ArrayList<>();
    if (json != null) {
      for (JsonNode row : json.path("buttons")) {
        for (JsonNode button : row) {
          labels.add(button.path("action").path("label").asString(""));
        }
      }
    }
    return labels;
  }

  @Override
  protected Reply refusal(int code) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("error_code", code);
    error.put("error_msg", "refused");
    return Reply.json(200, Map.of("error", error));
  }

  @Override
  protected Reply throttled(Duration after) {
    return refusal(6);
  }

  @Override
  protected Post written(ChatEvent event, String secret) {
    Map<String, Object> what = new LinkedHashMap<>();
    what.put("user_id", Long.parseLong(event.user()));
    String type =
        switch (event) {
          case ChatEvent.Started started -> {
            what.put("key", started.payload());
            yield "message_allow";
          }
          case ChatEvent.Returned _ -> "message_allow";
          case ChatEvent.Left _ -> "message_deny";
          case ChatEvent.Wrote wrote -> {
            what.put("message", message(event, wrote.text()));
            yield "message_new";
          }
          // VK has no button for a phone, and does not tell who has muted a community.
          case ChatEvent.OwnPhone _, ChatEvent.ForeignPhone _ -> "message_reply";
          case ChatEvent.Muted _, ChatEvent.Unmuted _ -> "message_typing_state";
        };
    Map<String, Object> post = new LinkedHashMap<>();
    post.put("type", type);
    post.put("group_id", group);
    post.put("secret", secret);
    post.put("object", what);
    return new Post(Map.of("Content-Type", Bodies.JSON), Bodies.json(post));
  }

  private Map<String, Object> message(ChatEvent event, String text) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("from_id", Long.parseLong(event.user()));
    message.put("peer_id", Long.parseLong(event.user()));
    message.put("date", clock.instant().getEpochSecond());
    message.put("text", text);
    return message;
  }
}
