package io.kvmsdk.qmp.direct;

import static io.kvmsdk.qmp.direct.LiveQemu.raw;

import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.command.AnnounceSelf;
import io.kvmsdk.qmp.command.Balloon;
import io.kvmsdk.qmp.command.BlockLatencyHistogramSet;
import io.kvmsdk.qmp.command.BlockSetIoThrottle;
import io.kvmsdk.qmp.command.BlockdevChangeMedium;
import io.kvmsdk.qmp.command.BlockdevCloseTray;
import io.kvmsdk.qmp.command.BlockdevInsertMedium;
import io.kvmsdk.qmp.command.BlockdevOpenTray;
import io.kvmsdk.qmp.command.BlockdevRemoveMedium;
import io.kvmsdk.qmp.command.CalcDirtyRate;
import io.kvmsdk.qmp.command.CancelVcpuDirtyLimit;
import io.kvmsdk.qmp.command.ChangeVncPassword;
import io.kvmsdk.qmp.command.ClientMigrateInfo;
import io.kvmsdk.qmp.command.Cont;
import io.kvmsdk.qmp.command.DeviceAdd;
import io.kvmsdk.qmp.command.DeviceDel;
import io.kvmsdk.qmp.command.DeviceSyncConfig;
import io.kvmsdk.qmp.command.DisplayReload;
import io.kvmsdk.qmp.command.DisplayUpdate;
import io.kvmsdk.qmp.command.DumpGuestMemory;
import io.kvmsdk.qmp.command.Eject;
import io.kvmsdk.qmp.command.ExpirePassword;
import io.kvmsdk.qmp.command.InjectNmi;
import io.kvmsdk.qmp.command.InputSendEvent;
import io.kvmsdk.qmp.command.Memsave;
import io.kvmsdk.qmp.command.Migrate;
import io.kvmsdk.qmp.command.MigrateCancel;
import io.kvmsdk.qmp.command.MigrateContinue;
import io.kvmsdk.qmp.command.MigrateIncoming;
import io.kvmsdk.qmp.command.MigratePause;
import io.kvmsdk.qmp.command.MigrateRecover;
import io.kvmsdk.qmp.command.MigrateSetCapabilities;
import io.kvmsdk.qmp.command.MigrateSetParameters;
import io.kvmsdk.qmp.command.MigrateStartPostcopy;
import io.kvmsdk.qmp.command.Pmemsave;
import io.kvmsdk.qmp.command.QmpCapabilities;
import io.kvmsdk.qmp.command.QueryBlockstats;
import io.kvmsdk.qmp.command.QueryMigrateParameters;
import io.kvmsdk.qmp.command.QueryRxFilter;
import io.kvmsdk.qmp.command.QueryStatus;
import io.kvmsdk.qmp.command.Quit;
import io.kvmsdk.qmp.command.ReplayBreak;
import io.kvmsdk.qmp.command.ReplayDeleteBreak;
import io.kvmsdk.qmp.command.ReplaySeek;
import io.kvmsdk.qmp.command.RtcResetReinjection;
import io.kvmsdk.qmp.command.Screendump;
import io.kvmsdk.qmp.command.SendKey;
import io.kvmsdk.qmp.command.SetAction;
import io.kvmsdk.qmp.command.SetNumaNode;
import io.kvmsdk.qmp.command.SetPassword;
import io.kvmsdk.qmp.command.SetVcpuDirtyLimit;
import io.kvmsdk.qmp.command.Stop;
import io.kvmsdk.qmp.command.SystemPowerdown;
import io.kvmsdk.qmp.command.SystemReset;
import io.kvmsdk.qmp.command.SystemWakeup;
import io.kvmsdk.qmp.command.WatchdogSetAction;
import io.kvmsdk.qmp.command.XExitPreconfig;
import io.kvmsdk.qmp.command.XQueryVirtioStatus;
import io.kvmsdk.qmp.command.Yank;
import io.kvmsdk.qmp.type.BlockdevOptionsQcow2;
import io.kvmsdk.qmp.type.DisplayReloadOptionsVnc;
import io.kvmsdk.qmp.type.DisplayUpdateOptionsVnc;
import io.kvmsdk.qmp.type.ExpirePasswordOptionsVnc;
import io.kvmsdk.qmp.type.InputEventKey;
import io.kvmsdk.qmp.type.InputKeyEvent;
import io.kvmsdk.qmp.type.KeyValueNumber;
import io.kvmsdk.qmp.type.KeyValueQcode;
import io.kvmsdk.qmp.type.MigrationCapability;
import io.kvmsdk.qmp.type.MigrationCapabilityStatus;
import io.kvmsdk.qmp.type.MigrationStatus;
import io.kvmsdk.qmp.type.NumaOptionsNode;
import io.kvmsdk.qmp.type.QKeyCode;
import io.kvmsdk.qmp.type.RebootAction;
import io.kvmsdk.qmp.type.RunState;
import io.kvmsdk.qmp.type.SetPasswordOptionsVnc;
import io.kvmsdk.qmp.type.SocketAddressUnix;
import io.kvmsdk.qmp.type.WatchdogAction;
import io.kvmsdk.qmp.type.YankInstanceBlockNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands of all kinds with QEMUs that run: what they answer, or why they are refused. */
@Timeout(120)
@SuppressWarnings("deprecation") // commands that QEMU is about to drop are commands still
class CommandsQemuTest {

  private static final String QEMUS = "io.kvmsdk.qmp.direct.RealQemu#all";

  /** The part of the disk that has its data. */
  private static final String VD = "/machine/peripheral/vd/virtio-backend";

  @TempDir Path temp;

  @ParameterizedTest
  @MethodSource(QEMUS)
  void answerOrAreRefused(Path binary) throws Exception {
    try (LiveQemu qemu =
            new LiveQemu(
                binary,
                temp,
                "-vnc",
                "unix:" + temp.resolve("vnc") + ",password=on",
                "-name",
                "trial",
                "-device",
                "VGA",
                "-device",
                "virtio-balloon-pci",
                "-device",
                "virtio-scsi-pci,id=scsi",
                "-drive",
                "if=none,id=hd,format=raw,file=" + Files.write(temp.resolve("hd"), new byte[4096]),
                "-device",
                "virtio-blk-pci,id=vd,drive=hd",
                "-device",
                "ide-cd,id=cd0,bus=ide.2");
        QmpClient client = qemu.connect()) {
      CommandTrial trial = new CommandTrial(client);
      AskingCommands.queries(trial);
      AskingCommands.objects(trial);
      devices(trial);
      trial.checkpoint();
      client.execute(raw("disk0", qemu.noise("disk0")));
      client.execute(raw("copy", qemu.zeroes("copy")));
      for (String node : List.of("big0", "big1", "big2", "big3")) {
        client.execute(LiveQemu.big(node));
      }
      qemu.qcow2(client, "qcow", BlockdevOptionsQcow2.builder());
      BlockCommands.bitmaps(trial);
      BlockCommands.blockDevices(trial, qemu);
      BlockCommands.blockJobs(trial);
      BlockCommands.exports(trial, temp);
      migration(trial);
      machine(trial);
      trial.passed();
    }
  }

  private static void devices(CommandTrial trial) {
    trial
        .ok(DeviceAdd.builder().driver("scsi-cd").id("cd1").bus("scsi.0").build())
        .refused(DeviceAdd.builder().driver("none").build(), "none")
        .ok(DeviceDel.builder().id("cd1").build())
        .refused(DeviceDel.builder().id("none").build(), "Device 'none' not found")
        .ok(BlockdevOpenTray.builder().id("cd0").build())
        .refused(BlockdevRemoveMedium.builder().id("none").build(), "none")
        .refused(
            BlockdevInsertMedium.builder().id("cd0").nodeName("none").build(),
            "Node 'none' not found")
        .ok(BlockdevRemoveMedium.builder().id("cd0").build())
        .ok(BlockdevCloseTray.builder().id("cd0").build())
        .ok(Eject.builder().id("cd0").build())
        .refused(
            BlockdevChangeMedium.builder().id("cd0").filename("/none").format("raw").build(),
            "/none")
        .ok(
            BlockSetIoThrottle.builder()
                .device("hd")
                .bps(0)
                .bpsRd(0)
                .bpsWr(0)
                .iops(100)
                .iopsRd(0)
                .iopsWr(0)
                .build())
        .ok(BlockLatencyHistogramSet.builder().id(VD).addBoundaries(10).build())
        .ok(
            QueryBlockstats.INSTANCE,
            s -> s.stream().anyMatch(b -> b.stats().rdLatencyHistogram().isPresent()))
        .refused(QueryRxFilter.builder().name("none").build(), "none")
        .refused(XQueryVirtioStatus.builder().path("/none").build(), "/none")
        .refused(DeviceSyncConfig.builder().id("none").build(), "none");
  }

  private static void migration(CommandTrial trial) {
    trial
        .ok(
            MigrateSetCapabilities.builder()
                .addCapabilities(
                    MigrationCapabilityStatus.builder()
                        .capability(MigrationCapability.EVENTS)
                        .state(true)
                        .build())
                .build())
        .ok(MigrateSetParameters.builder().maxBandwidth(1 << 20).build())
        .ok(QueryMigrateParameters.INSTANCE, p -> p.maxBandwidth().orElse(0L) == 1 << 20)
        .refused(Migrate.builder().uri("none:").build(), "migration protocol")
        .refused(MigrateContinue.builder().state(MigrationStatus.ACTIVE).build(), "not in")
        .refused(MigrateIncoming.builder().uri("defer").build(), "-incoming")
        .refused(MigrateStartPostcopy.INSTANCE, "postcopy")
        .refused(MigratePause.INSTANCE, "postcopy")
        .refused(MigrateRecover.builder().uri("none:").build(), "paused")
        .ok(MigrateCancel.INSTANCE)
        .ok(
            AnnounceSelf.builder().initial(50).max(100).rounds(1).step(50).build(),
            r -> r.toJson().isEmpty())
        .ok(CalcDirtyRate.builder().calcTime(1).build())
        .refused(SetVcpuDirtyLimit.builder().dirtyRate(1).build(), "KVM")
        .ok(CancelVcpuDirtyLimit.INSTANCE)
        .refused(
            Yank.builder()
                .addInstances(YankInstanceBlockNode.builder().nodeName("n").build())
                .build(),
            "Instance not found")
        .refused(ClientMigrateInfo.builder().protocol("none").hostname("h").build(), "spice");
  }

  private void machine(CommandTrial trial) {
    trial
        .ok(SetAction.builder().reboot(RebootAction.RESET).build())
        .ok(WatchdogSetAction.builder().action(WatchdogAction.NONE).build())
        .ok(SetPassword.of(SetPasswordOptionsVnc.builder().password("secret").build()))
        .ok(ExpirePassword.of(ExpirePasswordOptionsVnc.builder().time("+60").build()))
        .ok(ChangeVncPassword.builder().password("secret").build())
        .refused(DisplayReload.of(DisplayReloadOptionsVnc.builder().tlsCerts(true).build()), "tls")
        .refused(
            DisplayUpdate.of(
                DisplayUpdateOptionsVnc.builder()
                    .addAddresses(SocketAddressUnix.builder().path("/none/none").build())
                    .build()),
            "none")
        .ok(Screendump.builder().filename(temp.resolve("screen").toString()).build())
        .ok(SendKey.builder().addKeys(KeyValueQcode.builder().data(QKeyCode.A).build()).build())
        .ok(Memsave.builder().val(0).size(16).filename(temp.resolve("mem").toString()).build())
        .ok(Pmemsave.builder().val(0).size(16).filename(temp.resolve("pmem").toString()).build())
        .ok(
            DumpGuestMemory.builder()
                .paging(false)
                .protocol("file:" + temp.resolve("dump"))
                .build())
        .refused(Balloon.builder().value(-1).build(), "expects a size")
        .ok(RtcResetReinjection.INSTANCE)
        .ok(InjectNmi.INSTANCE)
        .refused(ReplayBreak.builder().icount(1).build(), "replay")
        .refused(ReplayDeleteBreak.INSTANCE, "replay")
        .refused(ReplaySeek.builder().icount(1).build(), "replay")
        .refused(XExitPreconfig.INSTANCE, "preconfig")
        .refused(SetNumaNode.of(NumaOptionsNode.builder().build()), "before the machine")
        .refused(QmpCapabilities.INSTANCE, "complete")
        .ok(Cont.INSTANCE)
        .ok(
            InputSendEvent.builder()
                .addEvents(
                    InputEventKey.builder()
                        .data(
                            InputKeyEvent.builder()
                                .key(KeyValueNumber.builder().data(30).build())
                                .down(true)
                                .build())
                        .build())
                .build())
        .ok(Stop.INSTANCE)
        .ok(QueryStatus.INSTANCE, s -> s.status().equals(RunState.PAUSED))
        .ok(SystemReset.INSTANCE)
        .ok(SystemPowerdown.INSTANCE)
        .refused(SystemWakeup.INSTANCE, "suspended")
        .ok(Quit.INSTANCE);
  }
}
