package io.kvmsdk.qmp.direct;

import static io.kvmsdk.qmp.direct.LiveQemu.raw;

import io.kvmsdk.qmp.command.BlockCommit;
import io.kvmsdk.qmp.command.BlockDirtyBitmapAdd;
import io.kvmsdk.qmp.command.BlockDirtyBitmapClear;
import io.kvmsdk.qmp.command.BlockDirtyBitmapDisable;
import io.kvmsdk.qmp.command.BlockDirtyBitmapEnable;
import io.kvmsdk.qmp.command.BlockDirtyBitmapMerge;
import io.kvmsdk.qmp.command.BlockDirtyBitmapRemove;
import io.kvmsdk.qmp.command.BlockExportAdd;
import io.kvmsdk.qmp.command.BlockExportDel;
import io.kvmsdk.qmp.command.BlockJobCancel;
import io.kvmsdk.qmp.command.BlockJobChange;
import io.kvmsdk.qmp.command.BlockJobComplete;
import io.kvmsdk.qmp.command.BlockJobDismiss;
import io.kvmsdk.qmp.command.BlockJobFinalize;
import io.kvmsdk.qmp.command.BlockJobPause;
import io.kvmsdk.qmp.command.BlockJobResume;
import io.kvmsdk.qmp.command.BlockJobSetSpeed;
import io.kvmsdk.qmp.command.BlockResize;
import io.kvmsdk.qmp.command.BlockSetWriteThreshold;
import io.kvmsdk.qmp.command.BlockStream;
import io.kvmsdk.qmp.command.BlockdevBackup;
import io.kvmsdk.qmp.command.BlockdevCreate;
import io.kvmsdk.qmp.command.BlockdevDel;
import io.kvmsdk.qmp.command.BlockdevMirror;
import io.kvmsdk.qmp.command.BlockdevReopen;
import io.kvmsdk.qmp.command.BlockdevSetActive;
import io.kvmsdk.qmp.command.BlockdevSnapshot;
import io.kvmsdk.qmp.command.BlockdevSnapshotDeleteInternalSync;
import io.kvmsdk.qmp.command.BlockdevSnapshotInternalSync;
import io.kvmsdk.qmp.command.BlockdevSnapshotSync;
import io.kvmsdk.qmp.command.ChangeBackingFile;
import io.kvmsdk.qmp.command.DriveBackup;
import io.kvmsdk.qmp.command.DriveMirror;
import io.kvmsdk.qmp.command.JobCancel;
import io.kvmsdk.qmp.command.JobComplete;
import io.kvmsdk.qmp.command.JobDismiss;
import io.kvmsdk.qmp.command.JobFinalize;
import io.kvmsdk.qmp.command.JobPause;
import io.kvmsdk.qmp.command.JobResume;
import io.kvmsdk.qmp.command.NbdServerAdd;
import io.kvmsdk.qmp.command.NbdServerRemove;
import io.kvmsdk.qmp.command.NbdServerStart;
import io.kvmsdk.qmp.command.NbdServerStop;
import io.kvmsdk.qmp.command.QueryBlockExports;
import io.kvmsdk.qmp.command.QueryNamedBlockNodes;
import io.kvmsdk.qmp.command.SnapshotDelete;
import io.kvmsdk.qmp.command.Transaction;
import io.kvmsdk.qmp.command.XBlockdevAmend;
import io.kvmsdk.qmp.command.XBlockdevChange;
import io.kvmsdk.qmp.command.XBlockdevSetIothread;
import io.kvmsdk.qmp.command.XDebugBlockDirtyBitmapSha256;
import io.kvmsdk.qmp.type.BlockDirtyBitmapOrStr;
import io.kvmsdk.qmp.type.BlockExportOptionsNbd;
import io.kvmsdk.qmp.type.BlockExportRemoveMode;
import io.kvmsdk.qmp.type.BlockJobChangeOptionsMirror;
import io.kvmsdk.qmp.type.BlockdevAmendOptionsQcow2;
import io.kvmsdk.qmp.type.BlockdevCreateOptionsFile;
import io.kvmsdk.qmp.type.BlockdevOptionsRaw;
import io.kvmsdk.qmp.type.MirrorCopyMode;
import io.kvmsdk.qmp.type.MirrorSyncMode;
import io.kvmsdk.qmp.type.SocketAddressLegacyUnix;
import io.kvmsdk.qmp.type.StrOrNull;
import io.kvmsdk.qmp.type.TransactionActionAbort;
import io.kvmsdk.qmp.type.UnixSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** Commands for block devices, their bitmaps, jobs and exports. */
@SuppressWarnings("deprecation") // commands that QEMU is about to drop are commands still
final class BlockCommands {

  private BlockCommands() {}

  static void bitmaps(CommandTrial trial) {
    trial
        .ok(BlockDirtyBitmapAdd.builder().node("disk0").name("b0").build())
        .refused(BlockDirtyBitmapAdd.builder().node("disk0").name("b0").build(), "already exists")
        .ok(BlockDirtyBitmapAdd.builder().node("disk0").name("b1").disabled(true).build())
        .ok(BlockDirtyBitmapDisable.builder().node("disk0").name("b0").build())
        .ok(BlockDirtyBitmapEnable.builder().node("disk0").name("b0").build())
        .ok(BlockDirtyBitmapClear.builder().node("disk0").name("b0").build())
        .ok(
            BlockDirtyBitmapMerge.builder()
                .node("disk0")
                .target("b0")
                .addBitmaps(BlockDirtyBitmapOrStr.of("b1"))
                .build())
        .ok(
            XDebugBlockDirtyBitmapSha256.builder().node("disk0").name("b0").build(),
            s -> s.sha256().length() == 64)
        .ok(BlockDirtyBitmapRemove.builder().node("disk0").name("b1").build())
        .refused(BlockDirtyBitmapRemove.builder().node("disk0").name("b1").build(), "not found");
  }

  static void blockDevices(CommandTrial trial, LiveQemu qemu) {
    trial
        .ok(BlockResize.builder().nodeName("copy").size(LiveQemu.SIZE).build())
        .ok(
            QueryNamedBlockNodes.builder().flat(true).build(),
            n -> n.stream().anyMatch(i -> i.nodeName().equals(Optional.of("qcow"))))
        .ok(BlockSetWriteThreshold.builder().nodeName("disk0").writeThreshold(1 << 20).build())
        .ok(
            BlockdevReopen.builder()
                .addOptions(
                    BlockdevOptionsRaw.builder()
                        .nodeName("copy")
                        .readOnly(true)
                        .file(LiveQemu.file(qemu.image("copy")))
                        .build())
                .build())
        .refused(raw("copy", qemu.image("copy")), "Duplicate nodes with node-name='copy'")
        .ok(
            BlockdevSnapshotSync.builder()
                .nodeName("qcow")
                .snapshotFile(qemu.image("snapshot").toString())
                .snapshotNodeName("snapshot")
                .format("qcow2")
                .build())
        .refused(BlockdevSnapshot.builder().node("none").overlay("copy").build(), "none")
        .refused(
            BlockdevSnapshotInternalSync.builder().device("vd").name("s").build(),
            "Cannot find device")
        .refused(
            BlockdevSnapshotDeleteInternalSync.builder().device("none").name("s").build(), "none")
        .refused(XBlockdevChange.builder().parent("none").build(), "none")
        .ok(XBlockdevSetIothread.builder().nodeName("disk0").iothread(StrOrNull.ofNull()).build())
        .refused(
            ChangeBackingFile.builder()
                .device("qcow")
                .imageNodeName("none")
                .backingFile("x")
                .build(),
            "none")
        .refused(BlockdevSetActive.builder().nodeName("none").active(true).build(), "none")
        .refused(BlockdevDel.builder().nodeName("none").build(), "Failed to find node")
        .refused(
            Transaction.builder()
                .addActions(
                    TransactionActionAbort.builder()
                        .data(io.kvmsdk.qmp.type.Abort.builder().build())
                        .build())
                .build(),
            "abort");
  }

  static void blockJobs(CommandTrial trial) {
    trial
        .ok(
            BlockdevBackup.builder()
                .jobId("m")
                .device("big0")
                .target("big1")
                .sync(MirrorSyncMode.FULL)
                .speed(1)
                .build())
        .ok(BlockJobPause.builder().device("m").build())
        .ok(BlockJobResume.builder().device("m").build())
        .ok(JobPause.builder().id("m").build())
        .refused(JobPause.builder().id("m").build(), "already paused")
        .ok(JobResume.builder().id("m").build())
        .refused(JobComplete.builder().id("m").build(), "cannot accept command verb 'complete'")
        .refused(BlockJobComplete.builder().device("m").build(), "verb 'complete'")
        .refused(JobFinalize.builder().id("m").build(), "verb 'finalize'")
        .refused(BlockJobFinalize.builder().id("m").build(), "verb 'finalize'")
        .refused(JobDismiss.builder().id("m").build(), "verb 'dismiss'")
        .ok(BlockJobSetSpeed.builder().device("m").speed(2).build())
        .ok(BlockJobCancel.builder().device("m").force(true).build())
        .ok(
            BlockdevMirror.builder()
                .jobId("m2")
                .device("big2")
                .target("big3")
                .sync(MirrorSyncMode.FULL)
                .speed(1)
                .build())
        .ok(
            BlockJobChange.of(
                BlockJobChangeOptionsMirror.builder()
                    .id("m2")
                    .copyMode(MirrorCopyMode.WRITE_BLOCKING)
                    .build()))
        .ok(JobCancel.builder().id("m2").build())
        .refused(JobCancel.builder().id("none").build(), "Job not found")
        .refused(BlockJobDismiss.builder().id("none").build(), "not found")
        .refused(BlockStream.builder().device("none").build(), "none")
        .refused(BlockCommit.builder().device("none").build(), "none")
        .refused(
            BlockdevBackup.builder()
                .device("none")
                .target("copy")
                .sync(MirrorSyncMode.FULL)
                .build(),
            "none")
        .refused(
            DriveBackup.builder().device("none").target("/none").sync(MirrorSyncMode.FULL).build(),
            "none")
        .refused(
            DriveMirror.builder().device("none").target("/none").sync(MirrorSyncMode.FULL).build(),
            "none")
        .ok(
            BlockdevCreate.builder()
                .jobId("c")
                .options(BlockdevCreateOptionsFile.builder().filename("/none/none").size(1).build())
                .build())
        .refused(
            XBlockdevAmend.builder()
                .jobId("a")
                .nodeName("none")
                .options(BlockdevAmendOptionsQcow2.builder().build())
                .build(),
            "none")
        .ok(SnapshotDelete.builder().jobId("d").tag("none").addDevices("qcow").build());
  }

  static void exports(CommandTrial trial, Path temp) {
    trial
        .ok(
            NbdServerStart.builder()
                .addr(
                    SocketAddressLegacyUnix.builder()
                        .data(
                            UnixSocketAddress.builder()
                                .path(temp.resolve("nbd").toString())
                                .build())
                        .build())
                .build())
        .ok(NbdServerAdd.builder().device("disk0").name("e0").build())
        .ok(NbdServerRemove.builder().name("e0").build())
        .ok(BlockExportAdd.of(BlockExportOptionsNbd.builder().id("e1").nodeName("disk0").build()))
        .ok(QueryBlockExports.INSTANCE, e -> e.size() == 1 && e.get(0).id().equals("e1"))
        .ok(BlockExportDel.builder().id("e1").mode(BlockExportRemoveMode.HARD).build())
        .refused(BlockExportDel.builder().id("none").build(), "none")
        .ok(NbdServerStop.INSTANCE);
  }
}
