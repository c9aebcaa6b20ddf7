package io.kvmsdk.libvirt;

/** There is no connection to make a call with, and nothing was done: it may be tried again. */
final class NoLink extends Exception {

  private static final long serialVersionUID = 1L;
}
