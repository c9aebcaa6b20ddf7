package io.kvmsdk.libvirt;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Tests on a daemon of their own, that they may treat as badly as they like. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
abstract class OwnDaemonTest {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  PrivateLibvirtd daemon;
  Hypervisor kvm;
  final List<Event> told = new CopyOnWriteArrayList<>();

  @BeforeAll
  void start() throws Exception {
    daemon = PrivateLibvirtd.start();
  }

  @BeforeEach
  void connect() {
    told.clear();
    kvm =
        Hypervisor.connect(
            daemon.uri(), ConnectOptions.DEFAULT.withKeepAlive(Duration.ofSeconds(1)));
    kvm.events().subscribe(EventFilter.all(), told::add);
  }

  @AfterEach
  void disconnect() {
    try {
      for (Domain domain : kvm.domains().list()) {
        if (domain.state().isActive()) {
          domain.destroy();
        }
        domain.undefine();
      }
    } finally {
      kvm.close();
    }
  }

  @AfterAll
  void stop() throws Exception {
    if (daemon != null) {
      daemon.close();
    }
  }
}
