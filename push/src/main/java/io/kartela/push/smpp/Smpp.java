package io.kartela.push.smpp;

import io.kartela.push.Answer;
import io.kartela.push.Report;
import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.SmsParts;
import io.kartela.push.sms.TextMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;

/**
 * A gateway that speaks SMPP 3.4. Long texts go in parts joined by a header; a receipt is asked for
 * the last part, whose name is the text's. Receipts come unasked, perhaps before {@link #send} has
 * returned: who cannot place one yet says so, and the centre tells it again.
 */
public final class Smpp implements SmsGateway {
  private static final int TEMPORARILY_NOT = 0x64;
  private static final byte UDH = 0x40;

  private final SmppSettings settings;
  private final Predicate<Report> receipts;
  private final Semaphore window;
  private final SmppLink link;
  private final AtomicInteger references = new AtomicInteger();

  /**
   * Binds with the first text.
   *
   * @param receipts told from the session's own threads; false, or an exception: not now
   */
  public Smpp(SmppSettings settings, Predicate<Report> receipts) {
    this.settings = settings;
    this.receipts = receipts;
    this.window = new Semaphore(settings.window());
    this.link = new SmppLink(settings, new Receiver());
  }

  @Override
  public Answer send(TextMessage message) {
    try {
      if (!window.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return new Answer.NotSent("window full");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.NotSent("interrupted");
    }
    try {
      return switch (link.bound()) {
        case SmppLink.Bound.No(Answer answer) -> answer;
        case SmppLink.Bound.Session(SMPPSession session) -> parts(session, message);
      };
    } finally {
      window.release();
    }
  }

  private Answer parts(SMPPSession session, TextMessage message) {
    SmsParts parts = SmsParts.of(message.text());
    List<String> pieces = parts.pieces();
    if (pieces.size() > 255) {
      return new Answer.TextRefused("more than 255 parts");
    }
    byte reference = (byte) references.incrementAndGet();
    Answer answer = new Answer.Unknown("no parts");
    for (int i = 0; i < pieces.size(); i++) {
      byte[] bytes = parts.bytes(pieces.get(i));
      boolean alone = pieces.size() == 1;
      Part part =
          new Part(
              alone ? bytes : headed(bytes, reference, pieces.size(), i + 1),
              parts.coding(),
              !alone,
              i == pieces.size() - 1);
      answer = submit(session, message, part);
      if (!(answer instanceof Answer.Accepted)) {
        // The first parts are on their way: the person may see a piece.
        return i == 0 ? answer : new Answer.Unknown("only " + i + " parts went");
      }
    }
    return answer;
  }

  private static byte[] headed(byte[] bytes, byte reference, int total, int number) {
    byte[] all = new byte[6 + bytes.length];
    byte[] header = {5, 0, 3, reference, (byte) total, (byte) number};
    System.arraycopy(header, 0, all, 0, header.length);
    System.arraycopy(bytes, 0, all, header.length, bytes.length);
    return all;
  }

  private Answer submit(SMPPSession session, TextMessage message, Part part) {
    boolean number = settings.sender().matches("[0-9]+");
    try {
      String id =
          session
              .submitShortMessage(
                  "",
                  number ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.ALPHANUMERIC,
                  number ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN,
                  settings.sender(),
                  TypeOfNumber.INTERNATIONAL,
                  NumberingPlanIndicator.ISDN,
                  message.phone().substring(1),
                  new ESMClass(part.headed ? UDH : 0),
                  (byte) 0,
                  (byte) 1,
                  "",
                  validity(message.life()),
                  new RegisteredDelivery(part.last ? 1 : 0),
                  (byte) 0,
                  new RawDataCoding((byte) (part.coding == SmsParts.Coding.UCS2 ? 8 : 0)),
                  (byte) 0,
                  part.body)
              .getMessageId();
      return new Answer.Accepted(settings.ids().ofAnswer(id));
    } catch (NegativeResponseException e) {
      return SmppStatus.answer(e.getCommandStatus());
    } catch (PDUException e) {
      return new Answer.TextRefused(e.getClass().getSimpleName());
    } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
      return new Answer.Unknown(e.getClass().getSimpleName());
    }
  }

  /** From now on: YYMMDDhhmmss000R. */
  private static String validity(Duration life) {
    Duration within = life.compareTo(Duration.ofDays(7)) > 0 ? Duration.ofDays(7) : life;
    return "0000%02d%02d%02d%02d000R"
        .formatted(
            within.toDaysPart(),
            within.toHoursPart(),
            within.toMinutesPart(),
            within.toSecondsPart());
  }

  @Override
  public void close() {
    link.close();
  }

  /** One part of a text, as it is submitted. */
  private static final class Part {
    private final byte[] body;
    private final SmsParts.Coding coding;
    private final boolean headed;
    private final boolean last;

    Part(byte[] body, SmsParts.Coding coding, boolean headed, boolean last) {
      this.body = body;
      this.coding = coding;
      this.headed = headed;
      this.last = last;
    }
  }

  /** What the centre says unasked. */
  private final class Receiver implements MessageReceiverListener {
    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
      Optional<Report> report = SmppReceipts.read(message, settings.ids());
      if (report.isPresent() && !heard(report.get())) {
        throw new ProcessRequestException("not now", TEMPORARILY_NOT);
      }
    }

    private boolean heard(Report report) {
      try {
        return receipts.test(report);
      } catch (RuntimeException e) {
        return false;
      }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
      // That a phone is on again concerns nobody here.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
      throw new ProcessRequestException("not spoken here", 0x03);
    }
  }
}
