package io.kartela.service.message.automation;

import io.kartela.service.message.automation.Sayings.Saying;
import io.kartela.service.message.dispatch.Source;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.words.Personal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Automations' words where they leave beside the card: each message is a source. Thread-safe. */
final class Texts implements Source {
  static final String NAME = "AUTOMATION";

  private final Personal personal;

  Texts(Personal personal) {
    this.personal = personal;
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

  /** Automations have no budget: the cap bounds what one member costs. */
  @Override
  public boolean afford(Connection c, long merchantId, long sourceId, long cost) {
    return true;
  }

  @Override
  public void refund(Connection c, long merchantId, long sourceId, long cost) {}

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
