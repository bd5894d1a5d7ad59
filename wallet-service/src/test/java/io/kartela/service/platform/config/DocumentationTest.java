package io.kartela.service.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  /**
   * When this fails after a change of keys: {@code mvn test -Dtest=DocumentationTest
   * -Dtest.args=-Ddocs.write=true}.
   */
  @Test
  void theDocumentIsWhatTheCodeSays() throws IOException {
    Path document = Path.of("../docs/configuration.md");
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(document, Config.documentation());
    }
    assertEquals(Files.readString(document), Config.documentation());
  }
}
