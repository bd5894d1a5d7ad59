package io.kartela.service.message.automation;

import io.kartela.service.message.automation.Sayings.Saying;
import io.kartela.service.message.dispatch.Source;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.words.Personal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Automations' words where they leave beside the card: each message is a source. Thread-safe. */
final class Texts implements Source {
  static final String NAME = "AUTOMATION";

  private final Personal personal;

  private final InstantSource clock;

  Texts(Personal personal, InstantSource clock) {
    this.personal = personal;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Content content(Connection c, long merchantId, long sourceId) throws SQLException {
    return Sayings.find(c, merchantId, sourceId)
        .map(
            saying ->
                new Content(
                    Wish.SEND,
                    saying.offer() ? Reason.OCCASION : Reason.NOTICE,
                    saying.automation().plan().ways()))
        .orElseGet(() -> new Content(Wish.DROP, Reason.NOTICE, Set.of()));
  }

  @Override
  public Map<Long, Words> words(
      Connection c, long merchantId, long sourceId, Collection<Long> members) throws SQLException {
    Map<Long, Words> words = new HashMap<>();
    Optional<Saying> saying = Sayings.find(c, merchantId, sourceId);
    if (saying.isPresent()) {
      Automation.Plan plan = saying.get().automation().plan();
      String text = plan.steps().get(saying.get().step()).text();
      Personal.People people = personal.people(c, merchantId, members);
      members.forEach(
          member ->
              words.put(
                  member,
                  new Words(plan.subject(), people.say(text, member, saying.get().facts()))));
    }
    return words;
  }

  @Override
  public boolean afford(Connection c, long merchantId, long sourceId, long cost)
      throws SQLException {
    return Budget.message(c, merchantId, sourceId, cost, clock.instant());
  }

  @Override
  public void refund(Connection c, long merchantId, long sourceId, long cost) throws SQLException {
    boolean _ = Budget.message(c, merchantId, sourceId, -cost, clock.instant());
  }

  /** The verdict says so, and the list of automations shows it. */
  @Override
  public void textRefused(Connection c, long merchantId, long sourceId, String code) {}

  @Override
  public void finished(
      Connection c, long merchantId, long sourceId, int seq, Outcome outcome, String reason)
      throws SQLException {
    Sayings.over(c, merchantId, sourceId, outcome.name(), reason);
  }
}
