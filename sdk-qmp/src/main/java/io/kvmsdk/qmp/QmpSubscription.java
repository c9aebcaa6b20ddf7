package io.kvmsdk.qmp;

/** A listener that is being told events, until it is closed or the connection is gone. */
public interface QmpSubscription extends AutoCloseable {

  /** No further call begins; one that is running may still be. */
  @Override
  void close();
}
