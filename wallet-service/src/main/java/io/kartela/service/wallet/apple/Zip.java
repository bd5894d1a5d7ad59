package io.kartela.service.wallet.apple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Joins files into a ZIP without compressing them: PNG does not shrink and the rest is small. The
 * files that many archives share are laid out once, as a {@link Block} that is copied whole.
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
    private final byte[] name;
    private final byte[] content;
    private final int crc;

    Entry(String name, byte[] content) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.content = content;
      CRC32 sum = new CRC32();
      sum.update(content);
      this.crc = (int) sum.getValue();
    }

    private int localSize() {
      return LOCAL + name.length + content.length;
    }

    private int centralSize() {
      return CENTRAL + name.length;
    }

    private void local(ByteBuffer out) {
      out.putInt(0x04034b50);
      head(out);
      out.put(name).put(content);
    }

    private void central(ByteBuffer out, int offset) {
      out.putInt(0x02014b50).putShort(VERSION);
      head(out);
      out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(offset);
      out.put(name);
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
          .putShort((short) name.length)
          .putShort((short) 0);
    }
  }

  /** The beginning that several archives have in common, and their part of the directory. */
  static final class Block {
    private final byte[] files;
    private final byte[] directory;
    private final int count;

    Block(List<Entry> entries) {
      ByteBuffer local =
          ByteBuffer.allocate(entries.stream().mapToInt(Entry::localSize).sum())
              .order(ByteOrder.LITTLE_ENDIAN);
      ByteBuffer central =
          ByteBuffer.allocate(entries.stream().mapToInt(Entry::centralSize).sum())
              .order(ByteOrder.LITTLE_ENDIAN);
      for (Entry entry : entries) {
        entry.central(central, local.position());
        entry.local(local);
      }
      this.files = local.array();
      this.directory = central.array();
      this.count = entries.size();
    }

    int length() {
      return files.length + directory.length;
    }
  }

  /**
   * A finished archive in two pieces: what many have in common, and what is this one's own. So it
   * can be sent without a copy of the images for every card.
   */
  static final class Archive {
    private final byte[] common;
    private final byte[] own;

    private Archive(byte[] common, byte[] own) {
      this.common = common;
      this.own = own;
    }

    int length() {
      return common.length + own.length;
    }

    /** Without what it has in common with others. */
    byte[] own() {
      return own;
    }

    void writeTo(OutputStream out) throws IOException {
      out.write(common);
      out.write(own);
    }

    byte[] bytes() {
      byte[] all = Arrays.copyOf(common, length());
      System.arraycopy(own, 0, all, common.length, own.length);
      return all;
    }
  }

  /** The common files, then the archive's own. */
  static Archive join(Block common, List<Entry> own) {
    int size = END + common.directory.length;
    for (Entry entry : own) {
      size += entry.localSize() + entry.centralSize();
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    int[] offsets = new int[own.size()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = common.files.length + out.position();
      own.get(i).local(out);
    }
    int directory = out.position();
    out.put(common.directory);
    for (int i = 0; i < offsets.length; i++) {
      own.get(i).central(out, offsets[i]);
    }
    int directorySize = out.position() - directory;
    short count = (short) (common.count + offsets.length);
    out.putInt(0x06054b50)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort(count)
        .putShort(count)
        .putInt(directorySize)
        .putInt(common.files.length + directory)
        .putShort((short) 0);
    return new Archive(common.files, out.array());
  }

  /** An archive whose own part was made before, of the same common files. */
  static Archive join(Block common, byte[] own) {
    return new Archive(common.files, own);
  }

  /** Files one after the other, for a bundle of passes. */
  static Archive join(List<Entry> entries) {
    return join(new Block(List.of()), entries);
  }
}
