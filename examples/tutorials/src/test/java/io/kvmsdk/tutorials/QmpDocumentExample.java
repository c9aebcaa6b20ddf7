package io.kvmsdk.tutorials;

import io.kvmsdk.qmp.GuestAgent;
import io.kvmsdk.qmp.PassedFile;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpEndpoint;
import io.kvmsdk.qmp.QmpOptions;
import io.kvmsdk.qmp.QmpSchema;
import io.kvmsdk.qmp.QmpSubscription;
import io.kvmsdk.qmp.Reconnect;
import io.kvmsdk.qmp.agent.FreezeGuard;
import io.kvmsdk.qmp.agent.Guest;
import io.kvmsdk.qmp.agent.GuestProgram;
import io.kvmsdk.qmp.agent.GuestResult;
import io.kvmsdk.qmp.agent.command.GuestGetCpustats;
import io.kvmsdk.qmp.agent.command.GuestGetDisks;
import io.kvmsdk.qmp.agent.command.GuestGetDiskstats;
import io.kvmsdk.qmp.agent.command.GuestGetFsinfo;
import io.kvmsdk.qmp.agent.command.GuestGetHostName;
import io.kvmsdk.qmp.agent.command.GuestGetLoad;
import io.kvmsdk.qmp.agent.command.GuestGetMemoryBlocks;
import io.kvmsdk.qmp.agent.command.GuestGetOsinfo;
import io.kvmsdk.qmp.agent.command.GuestGetTimezone;
import io.kvmsdk.qmp.agent.command.GuestGetUsers;
import io.kvmsdk.qmp.agent.command.GuestGetVcpus;
import io.kvmsdk.qmp.agent.command.GuestNetworkGetInterfaces;
import io.kvmsdk.qmp.agent.command.GuestSshAddAuthorizedKeys;
import io.kvmsdk.qmp.agent.command.GuestSshGetAuthorizedKeys;
import io.kvmsdk.qmp.agent.type.GuestOSInfo;
import io.kvmsdk.qmp.command.AddFd;
import io.kvmsdk.qmp.command.BlockCommit;
import io.kvmsdk.qmp.command.BlockResize;
import io.kvmsdk.qmp.command.BlockdevAdd;
import io.kvmsdk.qmp.command.BlockdevMirror;
import io.kvmsdk.qmp.command.Cont;
import io.kvmsdk.qmp.command.MigratePause;
import io.kvmsdk.qmp.command.QueryStatus;
import io.kvmsdk.qmp.event.BlockJobReadyEvent;
import io.kvmsdk.qmp.type.BlockdevDriver;
import io.kvmsdk.qmp.type.BlockdevOptionsFile;
import io.kvmsdk.qmp.type.BlockdevOptionsQcow2;
import io.kvmsdk.qmp.type.BlockdevRef;
import io.kvmsdk.qmp.type.RunState;
import io.kvmsdk.qmp.type.StatusInfo;
import io.kvmsdk.units.ByteSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;

/** The code of docs/qmp.md that is no tutorial's, to be compiled, as {@link ReadmeExample}. */
final class QmpDocumentExample {

  private QmpDocumentExample() {}

  static void commands(Path socket) {
    try (QmpClient client = QmpClient.connect(socket)) {
      StatusInfo status = client.execute(QueryStatus.INSTANCE);
      if (status.status().equals(RunState.PAUSED)) {
        client.execute(Cont.INSTANCE);
      }
      client.execute(
          BlockResize.builder().nodeName("disk0").size(ByteSize.gibibytes(20).bytes()).build());
      client.execute(
          BlockdevAdd.of(
              BlockdevOptionsQcow2.builder()
                  .nodeName("data")
                  .file(
                      BlockdevRef.of(
                          BlockdevOptionsFile.builder().filename("/vms/data.qcow2").build()))
                  .build()));
    }
  }

  static void events(QmpClient client) {
    client.subscribe(event -> {
      if (event instanceof BlockJobReadyEvent ready) {
        System.out.println(ready.device() + " is ready since " + ready.timestamp());
      }
    });
  }

  @SuppressWarnings("ReturnValueIgnored")
  static void schema(QmpClient client) {
    QmpSchema schema = client.schema();
    schema.supports(BlockdevMirror.class);
    schema.supports(BlockdevMirror.class, "target-is-zero");
    schema.supports(BlockdevAdd.class, "driver", BlockdevDriver.IO_URING);
    schema.emits(BlockJobReadyEvent.class);
    schema.features(BlockCommit.class, "top").contains("deprecated");
  }

  static void first() {
    try (QmpClient qemu = QmpClient.connect(Path.of("/run/web-1.qmp"))) {
      QmpSubscription stops =
          qemu.subscribe(event -> System.out.println(event.name() + " " + event.data()));
      StatusInfo status = qemu.execute(QueryStatus.INSTANCE);
    }
  }

  static void outOfBand(QmpEndpoint endpoint) {
    QmpClient qemu = QmpClient.connect(endpoint, QmpOptions.DEFAULT.withOutOfBand(true));
    qemu.executeOutOfBand(MigratePause.INSTANCE);
  }

  static QmpOptions reconnecting() {
    return QmpOptions.DEFAULT.withReconnect(
        Reconnect.backoff(Duration.ofMillis(100), Duration.ofSeconds(10)));
  }

  static void openFile(Path socket) {
    QmpEndpoint endpoint = QmpEndpoint.unix(socket).passingDescriptors();
    try (QmpClient client = QmpClient.connect(endpoint, QmpOptions.DEFAULT)) {
      PassedFile disk = PassedFile.open(Path.of("/srv/disk.raw"), PassedFile.Access.READ_WRITE);
      client.execute(AddFd.builder().fdsetId(1).build(), disk);
    }
  }

  /** What copies what is frozen. */
  interface Snapshots {
    void snapshot();
  }

  /** What has something to say. */
  interface Writing {
    void writeTo(OutputStream out) throws IOException;
  }

  static void guest(Writing configuration, Snapshots disks) throws IOException {
    try (Guest guest = Guest.connect(Path.of("/run/web-1/agent.sock"))) {
      GuestOSInfo system = guest.agent().execute(GuestGetOsinfo.INSTANCE);
      GuestResult made = guest.programs().run("/usr/bin/mkdir", "-p", "/srv/data");
      try (OutputStream out = guest.files().write("/srv/data/config")) {
        configuration.writeTo(out);
      }
      try (FreezeGuard frozen = guest.fileSystems().freeze(Duration.ofSeconds(30))) {
        disks.snapshot();
      }
    }
  }

  static void agent(Guest guest) {
    GuestAgent agent = guest.agent();
    agent.execute(GuestGetHostName.INSTANCE).hostName();
    agent.execute(GuestGetTimezone.INSTANCE).offset();
    agent.execute(GuestGetFsinfo.INSTANCE);
    agent.execute(GuestGetDisks.INSTANCE);
    agent.execute(GuestGetUsers.INSTANCE);
    agent.execute(GuestNetworkGetInterfaces.INSTANCE);
    agent.execute(GuestGetVcpus.INSTANCE);
    agent.execute(GuestGetMemoryBlocks.INSTANCE);
    agent.execute(GuestGetDiskstats.INSTANCE);
    agent.execute(GuestGetCpustats.INSTANCE);
    agent.execute(GuestGetLoad.INSTANCE);
    agent.execute(
        GuestSshAddAuthorizedKeys.builder()
            .username("root")
            .addKeys("ssh-ed25519 AAAA...")
            .build());
    agent.execute(GuestSshGetAuthorizedKeys.builder().username("root").build()).keys();
  }

  static void program(Guest guest, byte[] script) {
    GuestResult result =
        guest
            .programs()
            .run(
                GuestProgram.of("/usr/bin/psql", "-f", "-")
                    .withInput(script)
                    .withTimeout(Duration.ofMinutes(5)));
    if (!result.succeeded()) {
      throw new IllegalStateException(result + ": " + result.errorText());
    }
  }

  static void leftFrozen(Guest guest, Logger log) {
    if (guest.fileSystems().thawIfFrozen()) {
      log.warn("{} was left frozen", guest);
    }
  }
}
