package io.kartela.push.smpp;

import io.kartela.push.sms.FakeSms.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/**
 * How a message centre tells what became of a text.
 *
 * @param times how often each receipt comes
 * @param early before the answer to the text itself
 */
public record FakeSmppReceipts(Spelling spelling, int times, boolean early) {
  private static final int TRIES = 50;
  private static final long AGAIN_MILLIS = 20;

  /** How it writes. */
  public enum Spelling {
    /** Appendix B, letter for letter. */
    STANDARD,
    /** The same with the id in decimal, that of the answer being hexadecimal. */
    DECIMAL,
    /** Named fields, and words that nobody can read. */
    NAMED,
    /** Other order and case, dates with seconds. */
    FREE
  }

  String answered(long number) {
    return spelling == Spelling.DECIMAL ? "%08X".formatted(number) : Long.toString(number);
  }

  void send(
      ExecutorService threads, SMPPServerSession session, SubmitSm text, long number, Line line) {
    Runnable sending =
        () -> {
          for (int i = 0; i < times; i++) {
            untilHeard(session, text, number, line);
          }
        };
    if (early) {
      // Until it is heard, or once for nothing: then it is told again behind the answer.
      if (!once(session, text, number, line)) {
        threads.execute(sending);
      }
    } else {
      threads.execute(sending);
    }
  }

  private void untilHeard(SMPPServerSession session, SubmitSm text, long number, Line line) {
    try {
      for (int i = 0; i < TRIES && !once(session, text, number, line); i++) {
        Thread.sleep(AGAIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean once(SMPPServerSession session, SubmitSm text, long number, Line line) {
    boolean named = spelling == Spelling.NAMED;
    OptionalParameter[] fields =
        named
            ? new OptionalParameter[] {
              new OptionalParameter.Receipted_message_id(Long.toString(number)),
              new OptionalParameter.Message_state(state(line))
            }
            : new OptionalParameter[0];
    try {
      session.deliverShortMessage(
          "",
          TypeOfNumber.INTERNATIONAL,
          NumberingPlanIndicator.ISDN,
          text.getDestAddress(),
          TypeOfNumber.UNKNOWN,
          NumberingPlanIndicator.UNKNOWN,
          text.getSourceAddr(),
          new ESMClass(0x04),
          (byte) 0,
          (byte) 0,
          new RegisteredDelivery(0),
          new RawDataCoding((byte) 0),
          words(number, line).getBytes(StandardCharsets.US_ASCII),
          fields);
      return true;
    } catch (PDUException
        | ResponseTimeoutException
        | InvalidResponseException
        | NegativeResponseException
        | IOException e) {
      return false;
    }
  }

  private String words(long number, Line line) {
    String stat =
        switch (line) {
          case ALIVE -> "DELIVRD";
          case ABSENT -> "EXPIRED";
          case REFUSES_ADS -> "REJECTD";
          case DEAD, BARRED, SIM_CHANGED -> "UNDELIV";
        };
    String err = line == Line.DEAD ? "001" : line == Line.ALIVE ? "000" : "011";
    return switch (spelling) {
      case STANDARD, DECIMAL ->
          "id:%s sub:001 dlvrd:001 submit date:2611281200 done date:2611281201 stat:%s err:%s text:x"
              .formatted(number, stat, err);
      case NAMED -> "see the fields";
      case FREE -> "STAT: %s; done date:261128120155; Err: %s, ID: %s".formatted(stat, err, number);
    };
  }

  private static byte state(Line line) {
    return switch (line) {
      case ALIVE -> 2;
      case ABSENT -> 3;
      case DEAD, BARRED, SIM_CHANGED -> 5;
      case REFUSES_ADS -> 8;
    };
  }
}
