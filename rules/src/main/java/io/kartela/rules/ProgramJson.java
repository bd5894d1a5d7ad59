package io.kartela.rules;

import io.kartela.rules.codec.Decoded;
import io.kartela.rules.codec.Flaw;
import io.kartela.rules.codec.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Programs as JSON. Thread-safe. */
public final class ProgramJson {
  /** Longest program that is read, characters. */
  public static final int MAX_CHARS = 4_000_000;

  /** Identifier of the schema. */
  public static final String SCHEMA_ID = "https://kartela.io/schema/program-1.json";

  private static final RecordCodec CODEC = new RecordCodec(MAX_CHARS);

  private ProgramJson() {}

  /** A program read, or what is wrong with it. */
  public sealed interface Parsed {
    /**
     * A sound program.
     *
     * @param warnings remarks that do not stop it from being published
     */
    record Good(Program program, List<Flaw> warnings) implements Parsed {
      public Good {
        warnings = List.copyOf(warnings);
      }
    }

    /**
     * Not a program.
     *
     * @param problems at least one error, and warnings
     */
    record Bad(List<Flaw> problems) implements Parsed {
      public Bad {
        problems = List.copyOf(problems);
      }
    }

    /**
     * The program of a text known to be good.
     *
     * @throws IllegalArgumentException when it is not
     */
    default Program program() {
      return switch (this) {
        case Good(Program p, _) -> p;
        case Bad(List<Flaw> problems) -> throw new IllegalArgumentException(problems.toString());
      };
    }
  }

  /** Reads and checks a program; every mistake is reported at its JSON pointer. */
  public static Parsed parse(String json) {
    Decoded<Program> d = CODEC.read(Program.class, json);
    Program program = d.value();
    if (program == null) {
      return new Parsed.Bad(d.problems());
    }
    List<Flaw> problems = ProgramCheck.validate(program);
    return problems.stream().anyMatch(p -> p.severity() == Flaw.Severity.ERROR)
        ? new Parsed.Bad(problems)
        : new Parsed.Good(program, problems);
  }

  /** The program with every default written out. */
  public static String write(Program program) {
    return CODEC.write(program);
  }

  /** As {@link #write}, as a tree. */
  public static JsonNode tree(Program program) {
    return CODEC.tree(program);
  }

  /** The one spelling of a program: sorted, without defaults. */
  public static String canonical(Program program) {
    return CODEC.canonical(program);
  }

  /** Name of a program version: SHA-256 of its {@link #canonical} UTF-8 bytes, lower-case hex. */
  public static String contentId(Program program) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest(canonical(program).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("NO_SHA256", e);
    }
  }

  /** JSON Schema 2020-12 of a program, generated from the records. */
  public static String schema() {
    return CODEC.schema(Program.class, SCHEMA_ID, "Kartela program");
  }
}
