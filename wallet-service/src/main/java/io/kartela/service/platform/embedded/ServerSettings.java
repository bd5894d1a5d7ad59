package io.kartela.service.platform.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The server's settings, all on its command line, so that a folder made by an older Kartela gets
 * today's.
 */
final class ServerSettings {
  private static final long MEGABYTE = 1024 * 1024;

  private ServerSettings() {}

  static List<String> command(Path postgres, Path data, int port) {
    List<String> command = new ArrayList<>(List.of(postgres.toString(), "-D", data.toString()));
    settings(port, physicalMegabytes())
        .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }

  static Map<String, String> settings(int port, long physicalMegabytes) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("port", Integer.toString(port));
    settings.put("unix_socket_directories", "");
    settings.put("password_encryption", "scram-sha-256");
    // What was acknowledged must survive a crash.
    settings.put("fsync", "on");
    settings.put("full_page_writes", "on");
    settings.put("synchronous_commit", "on");
    settings.put("max_connections", "100");
    settings.put("shared_buffers", clamp(physicalMegabytes / 8, 32, 256) + "MB");
    settings.put("effective_cache_size", clamp(physicalMegabytes / 2, 64, 4096) + "MB");
    settings.put("maintenance_work_mem", "64MB");
    settings.put("work_mem", "8MB");
    settings.put("random_page_cost", "1.1");
    settings.put("checkpoint_timeout", "10min");
    settings.put("max_wal_size", "1GB");
    settings.put("wal_compression", "on");
    settings.put("jit", "off");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    // The service gets each error as an exception and logs it with its own request id. Here only
    // what concerns the server as a
    // whole, and never details or statements, which hold members' data.
    settings.put("log_destination", "stderr");
    settings.put("logging_collector", "off");
    settings.put("log_min_messages", "log");
    settings.put("log_min_error_statement", "panic");
    settings.put("log_error_verbosity", "terse");
    settings.put("log_checkpoints", "off");
    settings.put("log_line_prefix", "");
    return settings;
  }

  private static long clamp(long value, long min, long max) {
    return Math.clamp(value, min, max);
  }

  private static long physicalMegabytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize() / MEGABYTE
        : 1024;
  }
}
