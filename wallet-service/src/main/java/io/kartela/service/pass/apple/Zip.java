package io.kartela.service.pass.apple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Joins files into a ZIP without compressing them. An entry computes its checksum once and is
 * shared by every archive it goes into, which is what makes a card's images nearly free.
 */
final class Zip {
  private static final int LOCAL = 30;
  private static final int CENTRAL = 46;
  private static final int END = 22;
  private static final short VERSION = 20;
  private static final short UTF8 = 1 << 11;
  // 1980-01-01, the zero of DOS: equal content gives equal bytes.
  private static final short DATE = 0x21;

  private Zip() {}

  /** One file, ready to be copied. */
  static final class Entry {
    final String name;
    final byte[] content;
    private final byte[] nameBytes;
    private final int crc;

    Entry(String name, byte[] content) {
      this.name = name;
      this.content = content;
      this.nameBytes = name.getBytes(StandardCharsets.UTF_8);
      CRC32 sum = new CRC32();
      sum.update(content);
      this.crc = (int) sum.getValue();
    }

    private void head(ByteBuffer out) {
      out.putShort(VERSION)
          .putShort(UTF8)
          .putShort((short) 0)
          .putShort((short) 0)
          .putShort(DATE)
          .putInt(crc)
          .putInt(content.length)
          .putInt(content.length)
          .putShort((short) nameBytes.length)
          .putShort((short) 0);
    }
  }

  static byte[] join(List<Entry> first, List<Entry> second) {
    List<Entry> all = new ArrayList<>(first);
    all.addAll(second);
    int size = END;
    for (Entry entry : all) {
      size += LOCAL + CENTRAL + 2 * entry.nameBytes.length + entry.content.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    int[] offsets = new int[all.size()];
    for (int i = 0; i < offsets.length; i++) {
      Entry entry = all.get(i);
      offsets[i] = out.position();
      out.putInt(0x04034b50);
      entry.head(out);
      out.put(entry.nameBytes).put(entry.content);
    }
    int directory = out.position();
    for (int i = 0; i < offsets.length; i++) {
      Entry entry = all.get(i);
      out.putInt(0x02014b50).putShort(VERSION);
      entry.head(out);
      out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(offsets[i]);
      out.put(entry.nameBytes);
    }
    int directorySize = out.position() - directory;
    out.putInt(0x06054b50)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) all.size())
        .putShort((short) all.size())
        .putInt(directorySize)
        .putInt(directory)
        .putShort((short) 0);
    return out.array();
  }
}
