package io.kartela.service.platform.embedded;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How PostgreSQL's programs are started here. PostgreSQL refuses to run as root, so root starts it
 * in a user namespace of its own, where it has no special rights although its files stay root's.
 *
 * @param searchPath folders to look for programs, as in {@code PATH}
 */
record Commands(List<Path> searchPath, boolean root) {

  /** What a finished program left. */
  record Outcome(int exitCode, String output) {}

  static Commands ofThisProcess() throws IOException {
    String path = System.getenv().getOrDefault("PATH", "");
    // A service manager may give a PATH without sbin.
    List<Path> folders =
        Stream.concat(
                Stream.of(path.split(":")), Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin"))
            .filter(folder -> folder.startsWith("/"))
            .map(Path::of)
            .distinct()
            .toList();
    return new Commands(folders, Owner.isRoot());
  }

  /** A short-lived program such as initdb. */
  List<String> shortLived(List<String> command) {
    List<String> whole = new ArrayList<>();
    addNamespace(whole);
    whole.addAll(command);
    return whole;
  }

  /**
   * The server: in a session of its own, so that Ctrl-C at the terminal reaches only us and we stop
   * it in order; and told by the kernel to shut down when the thread that starts it ends, however
   * it ends.
   */
  List<String> longLived(List<String> command) {
    List<String> whole = new ArrayList<>(List.of(find("setsid")));
    addNamespace(whole);
    whole.addAll(List.of(find("setpriv"), "--pdeathsig", "INT"));
    whole.addAll(command);
    return whole;
  }

  private void addNamespace(List<String> whole) {
    if (root) {
      whole.addAll(List.of(find("unshare"), "-U"));
    }
  }

  String find(String program) {
    return searchPath.stream()
        .map(folder -> folder.resolve(program))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(
            () ->
                new EmbeddedPostgresException(
                    Code.TOOL_MISSING,
                    "The program %s, which the embedded PostgreSQL needs, is missing; install the package util-linux or use a PostgreSQL of your own with --jdbc."
                        .formatted(program)));
  }

  /**
   * As root: whether a process without root's rights can be made, and whether it reaches the
   * folder.
   */
  void requireReach(Path folder) throws IOException {
    if (!root) {
      return;
    }
    if (run(shortLived(List.of(find("true")))).exitCode() != 0) {
      throw new EmbeddedPostgresException(
          Code.NAMESPACE_REFUSED,
          "PostgreSQL refuses to run as root and this machine refuses `unshare -U`; start Kartela"
              + " as an ordinary user or use a PostgreSQL of your own with --jdbc.");
    }
    if (run(shortLived(List.of(find("test"), "-x", folder.toString()))).exitCode() != 0) {
      throw new EmbeddedPostgresException(
          Code.FOLDER_OTHER_USER,
          "PostgreSQL, which must not have root's rights, cannot reach the folder %s through folders of another user; start Kartela as that user or choose another folder with --data."
              .formatted(folder));
    }
  }

  /**
   * Runs a program to its end. The environment is not handed on: it may hold secrets and settings
   * of another PostgreSQL.
   */
  static Outcome run(List<String> command) throws IOException {
    Process process = builder(command).start();
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + command.getFirst(), e);
    }
  }

  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  /** Sends a signal by name, for example INT, which Java itself cannot. */
  void signal(String name, long pid) throws IOException {
    run(List.of(find("sh"), "-c", "kill -s \"$0\" \"$1\"", name, Long.toString(pid)));
  }
}
