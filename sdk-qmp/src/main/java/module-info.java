/** QMP and guest agent clients, and the backend that drives QEMU directly. */
module io.kvmsdk.qmp {
  requires transitive io.kvmsdk;
  requires transitive com.fasterxml.jackson.databind;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires static com.sun.jna; // passing open files
  requires static org.bouncycastle.tls; // pre-shared keys

  exports io.kvmsdk.qmp;
  exports io.kvmsdk.qmp.agent.command;
  exports io.kvmsdk.qmp.agent.type;
  exports io.kvmsdk.qmp.command;
  exports io.kvmsdk.qmp.event;
  exports io.kvmsdk.qmp.type;

  uses io.kvmsdk.qmp.QmpEvent.Types;

  provides io.kvmsdk.qmp.QmpEvent.Types with
      io.kvmsdk.qmp.event.AllEvents;
  provides io.kvmsdk.spi.HypervisorProvider with
      io.kvmsdk.qmp.direct.DirectProvider;
}
