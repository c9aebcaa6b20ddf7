package io.kvmsdk.libvirt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native connections of a session: one that also tells events, and more when it is busy, each
 * with one call at a time.
 *
 * <p>libvirt's client allows more, and pays for it. libvirtd stops reading from a client that has
 * five calls under way (its {@code max_client_requests}), keepalive messages included, so that
 * calls that take long end the connection of all. And when keepalive finds a connection dead,
 * clients before libvirt 10.4 (CVE-2024-4418) tell one of its calls only, leave the others hanging,
 * and write to the stack of a thread that has gone on.
 */
final class Links {

  /** How many beside the first are kept when they have nothing to do. */
  static final int KEPT_IDLE = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Links.class);

  private final Callable<Link> opener;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();

  /** The one that tells events comes first. */
  private final List<Link> links = new ArrayList<>();

  /** The calls that wait for one more to be opened. */
  private final Set<NativeCalls.Running> opening = new HashSet<>();

  /**
   * None yet.
   *
   * @param opener opens one more
   * @param multiply whether one more sees the same; a driver inside this process may not, and takes
   *     any number of calls
   */
  Links(Callable<Link> opener, boolean multiply) {
    this.opener = opener;
    this.most = multiply ? Places.ALL + Places.RESCUE : 1;
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

  /** Takes out all, and refuses who waits for one more: it leads to the same daemon. */
  List<Link> removeAll() {
    lock.lock();
    try {
      opening.forEach(call -> call.refuse(new NoLink()));
      List<Link> all = List.copyOf(links);
      links.clear();
      return all;
    } finally {
      lock.unlock();
    }
  }

  /** How many there are. */
  int size() {
    lock.lock();
    try {
      return links.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Enters a link that has nothing to do, opening one more if need be; empty if there is none.
   *
   * @param call on whose thread this is
   */
  Optional<Link> enter(NativeCalls.Running call) {
    lock.lock();
    try {
      Optional<Link> least = least();
      if (least.isEmpty()
          || least.get().owner().users() == 0
          || links.size() + opening.size() >= most) {
        return least.filter(link -> link.owner().enter());
      }
      opening.add(call);
    } finally {
      lock.unlock();
    }
    Link more = openOneMore();
    lock.lock();
    try {
      opening.remove(call);
      if (more != null) {
        if (links.isEmpty()) { // the session lost its connection, or was closed, meanwhile
          more.close();
        } else {
          links.add(more);
        }
      }
      return least().filter(link -> link.owner().enter());
    } finally {
      lock.unlock();
    }
  }

  /** Ends what {@link #enter} began. */
  void leave(Link link) {
    link.owner().leave();
    boolean tooMany;
    lock.lock();
    try {
      int at = links.indexOf(link);
      tooMany = at > 0 && link.owner().users() == 0 && idle() > KEPT_IDLE;
      if (tooMany) {
        links.remove(at);
      }
    } finally {
      lock.unlock();
    }
    if (tooMany) {
      link.close();
    }
  }

  /** How many beside the first have nothing to do. */
  private long idle() {
    return links.stream().skip(1).filter(link -> link.owner().users() == 0).count();
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
