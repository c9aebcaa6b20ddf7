package io.kvmsdk.tutorials;

import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpSchema;
import io.kvmsdk.qmp.command.BlockCommit;
import io.kvmsdk.qmp.command.BlockResize;
import io.kvmsdk.qmp.command.BlockdevAdd;
import io.kvmsdk.qmp.command.BlockdevMirror;
import io.kvmsdk.qmp.command.Cont;
import io.kvmsdk.qmp.command.QueryStatus;
import io.kvmsdk.qmp.event.BlockJobReadyEvent;
import io.kvmsdk.qmp.type.BlockdevDriver;
import io.kvmsdk.qmp.type.BlockdevOptionsFile;
import io.kvmsdk.qmp.type.BlockdevOptionsQcow2;
import io.kvmsdk.qmp.type.BlockdevRef;
import io.kvmsdk.qmp.type.RunState;
import io.kvmsdk.qmp.type.StatusInfo;
import io.kvmsdk.units.ByteSize;
import java.nio.file.Path;

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
}
