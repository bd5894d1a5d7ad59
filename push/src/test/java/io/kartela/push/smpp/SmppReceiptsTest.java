package io.kartela.push.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import io.kartela.push.smpp.SmppSettings.Ids;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts as centres really write them. */
class SmppReceiptsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id:77 sub:001 dlvrd:001 submit date:2611281200 done date:2611281201 stat:DELIVRD err:000"
            + " text:hello id:8 stat:X | DELIVERED | DELIVRD",
        "ID: 77 STAT: undeliv Err: 011 | FAILED | UNDELIV/011",
        "id:77 submit date:261128120001 done date:261128120102 stat:EXPIRED err:0 | EXPIRED |"
            + " EXPIRED",
        "stat:ENROUTE id:77 | ON_THE_WAY | ENROUTE",
        "id:77 stat:ACCEPTD err:000 | ON_THE_WAY | ACCEPTD",
        "id:77 stat:REJECTD | FAILED | REJECTD",
        "id:77 stat:DELETED | FAILED | DELETED",
        "id:77 stat:UNKNOWN | FAILED | UNKNOWN",
        "id:77 stat:SOMETHING_NEW | ON_THE_WAY | SOMETHING_NEW"
      })
  void words(String text, Fate fate, String code) {
    assertEquals(
        Optional.of(new Report("77", fate, code)), SmppReceipts.read("", 0, text, Ids.SAME));
  }

  @Test
  void namedFieldsBeforeWords() {
    assertEquals(
        Optional.of(new Report("77", Fate.DELIVERED, "DELIVRD/5")),
        SmppReceipts.read("77", 2, "id:1 stat:UNDELIV err:5", Ids.SAME));
    assertEquals(
        Optional.of(new Report("77", Fate.EXPIRED, "EXPIRED")),
        SmppReceipts.read("77", 3, "", Ids.SAME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "stat:DELIVRD", "id:77", "paid:77 status DELIVRD"})
  void whatIsNoReceipt(String text) {
    assertEquals(Optional.empty(), SmppReceipts.read("", 0, text, Ids.SAME));
  }

  @ParameterizedTest
  @CsvSource({
    "SAME, 00AB, 00AB", "HEX_THEN_DECIMAL, 00AB, 171", "HEX_THEN_DECIMAL, ab, 0171",
    "DECIMAL_THEN_HEX, 171, ab", "DECIMAL_THEN_HEX, 0171, 00AB", "HEX_THEN_DECIMAL, 0, 0",
    "HEX_THEN_DECIMAL, not-hex, not-hex"
  })
  void namesAreTheSameBothTimes(Ids ids, String answer, String receipt) {
    assertEquals(ids.ofAnswer(answer), ids.ofReceipt(receipt));
  }
}
