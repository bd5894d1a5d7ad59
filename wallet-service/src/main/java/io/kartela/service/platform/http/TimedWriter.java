package io.kartela.service.platform.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;

/**
 * Bytes to outside, in pieces that a peer has to take in time: whoever asks and does not read holds
 * no thread and no memory of ours. Belongs to one connection.
 */
final class TimedWriter implements DataWriter {
  /** The slowest phone in the worst net takes it within the time there is. */
  private static final int PIECE = 64 * 1024;

  private final DataWriter real;
  private final Runnable begin;
  private final Runnable end;

  /**
   * @param begin a piece is offered
   * @param end it was taken, or the connection has ended
   */
  TimedWriter(DataWriter real, Runnable begin, Runnable end) {
    this.real = real;
    this.begin = begin;
    this.end = end;
  }

  @Override
  public void write(BufferData... buffers) {
    write(BufferData.create(buffers));
  }

  @Override
  public void write(BufferData buffer) {
    while (buffer.available() > PIECE) {
      byte[] piece = new byte[PIECE];
      buffer.read(piece);
      offer(() -> real.write(BufferData.create(piece)));
    }
    offer(() -> real.write(buffer));
  }

  @Override
  public void writeNow(BufferData... buffers) {
    writeNow(BufferData.create(buffers));
  }

  @Override
  public void writeNow(BufferData buffer) {
    write(buffer);
    flush();
  }

  @Override
  public void flush() {
    offer(real::flush);
  }

  @Override
  public void close() {
    real.close();
  }

  private void offer(Runnable piece) {
    begin.run();
    try {
      piece.run();
    } finally {
      end.run();
    }
  }
}
