package io.kartela.push.apns;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Network threads that the channels of several merchants share: there is one connection pool per
 * certificate, but no need for threads of its own. Close it after the channels.
 */
public final class ApnsThreads implements AutoCloseable {
  private final EventLoopGroup group;

  /**
   * @param threads one or two serve tens of thousands of pushes a second
   */
  public ApnsThreads(int threads) {
    this.group = new NioEventLoopGroup(threads, new DefaultThreadFactory("apns", true));
  }

  EventLoopGroup group() {
    return group;
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
  }
}
