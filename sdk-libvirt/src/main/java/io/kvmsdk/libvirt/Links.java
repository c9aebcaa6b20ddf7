package io.kvmsdk.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native connections of a session: one that also tells events, and more when it is busy.
 *
 * <p>libvirtd stops reading from a client that has five calls under way (its {@code
 * max_client_requests}): nothing gets through beside five calls that hang or take long, not even
 * the keepalive messages, and the connection is lost with all of them. So a link takes four.
 */
final class Links {

  /** One less than libvirtd answers at a time. */
  static final int CALLS_PER_LINK = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Links.class);

  private final Callable<Link> opener;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Link> links = new ArrayList<>();
  private int opening;

  /**
   * None yet.
   *
   * @param opener opens one more
   * @param multiply whether one more sees the same; a driver inside this process may not, and needs
   *     none
   */
  Links(Callable<Link> opener, boolean multiply) {
    this.opener = opener;
    this.most = multiply ? (Places.ALL + Places.RESCUE) / CALLS_PER_LINK + 1 : 1;
  }

  void add(Link link) {
    lock.lock();
    try {
      links.add(link);
    } finally {
      lock.unlock();
    }
  }

  /** Takes out one that broke; false if it was out already. */
  boolean remove(Link link) {
    lock.lock();
    try {
      return links.remove(link);
    } finally {
      lock.unlock();
    }
  }

  /** Takes out all. */
  List<Link> removeAll() {
    lock.lock();
    try {
      List<Link> all = List.copyOf(links);
      links.clear();
      return all;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Enters a link that is not busy, opening one more where that helps; empty if there is none left.
   */
  Optional<Link> enter() {
    lock.lock();
    try {
      Optional<Link> idle = least();
      if (idle.isEmpty()
          || idle.get().owner().users() < CALLS_PER_LINK
          || links.size() + opening >= most) {
        return idle.filter(link -> link.owner().enter());
      }
      opening++;
    } finally {
      lock.unlock();
    }
    Link more = openOneMore();
    lock.lock();
    try {
      opening--;
      if (more != null) {
        if (!links.isEmpty()) { // else the session lost its connection, or was closed, meanwhile
          links.add(more);
        } else {
          more.close();
        }
      }
      return least().filter(link -> link.owner().enter());
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Link openOneMore() {
    try {
      return opener.call();
    } catch (Exception e) {
      LOG.debug("no further connection could be opened; the calls share those that are", e);
      return null;
    }
  }

  private Optional<Link> least() {
    return links.stream().min((a, b) -> Integer.compare(a.owner().users(), b.owner().users()));
  }
}
