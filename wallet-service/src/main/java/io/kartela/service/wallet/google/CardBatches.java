package io.kartela.service.wallet.google;

import io.kartela.push.google.GoogleAnswer;
import io.kartela.push.google.GoogleWallet;
import io.kartela.service.platform.db.Database;
import io.kartela.service.wallet.google.CardWriter.Plan;
import io.kartela.service.wallet.pass.PassRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes many objects at Google in few requests. One slow answer then stands for many, so the pace
 * is held by a few connections however slow Google is. Thread-safe; blocking.
 */
final class CardBatches {
  private final Database database;
  private final CardWriter writer;
  private final Pace pace;

  CardBatches(Database database, CardWriter writer, Pace pace) {
    this.database = database;
    this.writer = writer;
    this.pace = pace;
  }

  /** What may go together: one account's calls for one issuer, whose pace they keep. */
  private record Way(GoogleWallet wallet, String issuerId) {}

  /** An object at Google, by the card it shows. */
  record Target(long merchantId, String serial) {}

  /**
   * Brings several objects up to date, as many in a request as the pace gives at the time. What is
   * not a plain change of an object goes singly.
   */
  Map<Target, GoogleAnswer> syncAll(List<Target> targets) {
    Map<Target, GoogleAnswer> answers = new LinkedHashMap<>();
    Map<Way, Deque<Plan.Send>> ready = new LinkedHashMap<>();
    for (Target target : targets) {
      Optional<CardWriter.Current> found =
          database.inTenant(
              target.merchantId, c -> writer.current(c, target.merchantId, target.serial));
      Plan plan = found.map(this::together).orElse(null);
      switch (plan) {
        case null -> answers.put(target, writer.sync(target.merchantId, target.serial));
        case Plan.Settled(GoogleAnswer answer) -> answers.put(target, answer);
        case Plan.Send send ->
            ready
                .computeIfAbsent(
                    new Way(writer.wallet(send.pass(), send.issuerId()), send.issuerId()),
                    w -> new ArrayDeque<>())
                .add(send);
      }
    }
    ready.forEach((way, sends) -> sendAll(way, sends, answers));
    return answers;
  }

  /** Null: not to be sent with others. */
  private @Nullable Plan together(CardWriter.Current current) {
    if (current.card() == null) {
      return null;
    }
    Plan plan = writer.plan(current.pass(), current.card(), current.row(), false);
    return plan instanceof Plan.Send send && send.move() ? null : plan;
  }

  private void sendAll(Way way, Deque<Plan.Send> waiting, Map<Target, GoogleAnswer> answers) {
    while (!waiting.isEmpty()) {
      List<Plan.Send> now = new ArrayList<>();
      for (int turns = pace.take(way.issuerId, waiting.size()); turns > 0; turns--) {
        now.add(waiting.remove());
      }
      List<GoogleAnswer> said =
          way.wallet.patchObjects(
              now.stream()
                  .map(
                      send ->
                          new GoogleWallet.Patch(send.objectId(), send.change(), send.announce()))
                  .toList());
      for (int i = 0; i < now.size(); i++) {
        PassRef pass = now.get(i).pass();
        CardWriter.Patched patched = writer.heard(now.get(i), said.get(i));
        boolean again =
            patched.answer() instanceof GoogleAnswer.NotFound
                || patched.version() != pass.version();
        answers.put(
            new Target(pass.merchantId(), pass.serial()),
            again ? writer.sync(pass.merchantId(), pass.serial()) : patched.answer());
      }
    }
  }
}
