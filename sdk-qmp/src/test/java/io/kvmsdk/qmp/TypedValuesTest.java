package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kvmsdk.qmp.agent.command.GuestFileSeek;
import io.kvmsdk.qmp.agent.type.GuestFileWhence;
import io.kvmsdk.qmp.agent.type.QGASeek;
import io.kvmsdk.qmp.command.BlockDirtyBitmapAdd;
import io.kvmsdk.qmp.command.BlockResize;
import io.kvmsdk.qmp.command.BlockSetIoThrottle;
import io.kvmsdk.qmp.command.BlockdevAdd;
import io.kvmsdk.qmp.command.HumanMonitorCommand;
import io.kvmsdk.qmp.command.MigrateIncoming;
import io.kvmsdk.qmp.command.NetdevAdd;
import io.kvmsdk.qmp.command.QomGet;
import io.kvmsdk.qmp.command.QueryBlockJobs;
import io.kvmsdk.qmp.command.QueryMachines;
import io.kvmsdk.qmp.command.QueryStatus;
import io.kvmsdk.qmp.command.Transaction;
import io.kvmsdk.qmp.type.BlockDirtyBitmap;
import io.kvmsdk.qmp.type.BlockIOThrottle;
import io.kvmsdk.qmp.type.BlockJobInfo;
import io.kvmsdk.qmp.type.BlockdevDriver;
import io.kvmsdk.qmp.type.BlockdevOptions;
import io.kvmsdk.qmp.type.BlockdevOptionsFile;
import io.kvmsdk.qmp.type.BlockdevOptionsQcow2;
import io.kvmsdk.qmp.type.BlockdevOptionsUnknown;
import io.kvmsdk.qmp.type.BlockdevRef;
import io.kvmsdk.qmp.type.BlockdevRefOrNull;
import io.kvmsdk.qmp.type.CpuInfoFast;
import io.kvmsdk.qmp.type.CpuInfoFastPlain;
import io.kvmsdk.qmp.type.JobType;
import io.kvmsdk.qmp.type.MigrationAddress;
import io.kvmsdk.qmp.type.MigrationAddressSocket;
import io.kvmsdk.qmp.type.MigrationChannel;
import io.kvmsdk.qmp.type.MigrationChannelType;
import io.kvmsdk.qmp.type.MigrationStats;
import io.kvmsdk.qmp.type.NetClientDriver;
import io.kvmsdk.qmp.type.Netdev;
import io.kvmsdk.qmp.type.NetdevPlain;
import io.kvmsdk.qmp.type.NetdevUser;
import io.kvmsdk.qmp.type.RunState;
import io.kvmsdk.qmp.type.SocketAddressUnix;
import io.kvmsdk.qmp.type.StatsValue;
import io.kvmsdk.qmp.type.StatusInfo;
import io.kvmsdk.qmp.type.SysEmuTarget;
import io.kvmsdk.qmp.type.TransactionActionBlockDirtyBitmapClear;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is built is written, and what is read is kept. */
class TypedValuesTest {

  private static JsonNode json(String text) throws Exception {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }

  @Test
  void aCommandIsAValueThatKnowsItsResult() throws Exception {
    StatusInfo status = QueryStatus.INSTANCE.decode(json("{'running': true, 'status': 'running'}"));
    assertThat(status.running()).isTrue();
    assertThat(status.status()).isEqualTo(RunState.RUNNING).hasToString("running");
    assertThat(status.singlestep()).isEmpty();
    assertThat(QueryStatus.INSTANCE.name()).isEqualTo("query-status");
    assertThat(QueryStatus.INSTANCE.arguments()).isEmpty();

    BlockResize resize = BlockResize.builder().nodeName("disk0").size(1L << 40).build();
    assertThat(resize.name()).isEqualTo("block_resize");
    assertThat(resize.arguments()).isEqualTo(json("{'node-name': 'disk0', 'size': 1099511627776}"));
    assertThat(resize.nodeName()).contains("disk0");
    assertThat(resize.size()).isEqualTo(1L << 40);
    assertThat(resize.device()).isEmpty();
    assertThat(resize)
        .isEqualTo(BlockResize.of(resize.arguments()))
        .hasSameHashCodeAs(BlockResize.of(resize.arguments()));
  }

  @Test
  void resultsOfAllKinds() throws Exception {
    assertThat(BlockResize.of(json("{'size': 1}")).decode(json("{'newer': 1}")).member("newer"))
        .contains(IntNode.valueOf(1));
    assertThat(HumanMonitorCommand.builder().commandLine("info").build().decode(json("'text'")))
        .isEqualTo("text");
    assertThat(QomGet.builder().path("/").property("x").build().decode(json("[1, null]")))
        .isEqualTo(json("[1, null]"));
    List<BlockJobInfo> jobs = QueryBlockJobs.INSTANCE.decode(json("[{'type': 'stream'}, {}]"));
    assertThat(jobs).hasSize(2);
    assertThat(jobs.get(0).type()).isEqualTo(JobType.STREAM);
    assertThatThrownBy(() -> jobs.get(1).type())
        .isInstanceOf(UnexpectedValueException.class)
        .hasMessageContaining("type: expected a string (JobType), found nothing");
  }

  @Test
  void whatMustBeThereIsNamed() {
    assertThatThrownBy(() -> BlockDirtyBitmapAdd.builder().granularity(1).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("block-dirty-bitmap-add needs node, name");
    assertThat(BlockDirtyBitmapAdd.builder().node("n").name("b").build().name_()).isEqualTo("b");
  }

  @Test
  void whatIsWrongIsToldWhenAskedForAndWithoutTheValue() throws Exception {
    StatusInfo status = StatusInfo.of(json("{'running': 'secret', 'status': 'paused'}"));
    assertThat(status.status()).isEqualTo(RunState.PAUSED);
    assertThatThrownBy(status::running)
        .asInstanceOf(type(UnexpectedValueException.class))
        .satisfies(e -> {
          assertThat(e).hasMessage("StatusInfo.running: expected a boolean, found JSON string");
          assertThat(e.type()).isEqualTo("StatusInfo");
          assertThat(e.member()).isEqualTo("running");
          assertThat(e.expected()).isEqualTo("a boolean");
          assertThat(e.found()).isEqualTo("JSON string");
        });
    assertThat(status).hasToString("StatusInfo[running, status]");
    assertThatThrownBy(() -> QueryStatus.INSTANCE.decode(json("[]")))
        .hasMessage("query-status: expected an object (StatusInfo), found JSON array");
    assertThatThrownBy(() -> QueryBlockJobs.INSTANCE.decode(json("[{}, 7]")))
        .hasMessage("query-block-jobs[1]: expected an object (BlockJobInfo), found JSON number");
    assertThatThrownBy(() -> StatusInfo.of(json("7")))
        .hasMessage("StatusInfo: expected an object (StatusInfo), found JSON number");
  }

  @Test
  void numbersUpToTheLargestOfQemus() throws Exception {
    JsonNode read = json("{'transferred': 18446744073709551615, 'remaining': -1, 'mbps': 0.5}");
    MigrationStats stats = MigrationStats.of(read);
    assertThat(Long.toUnsignedString(stats.transferred())).isEqualTo("18446744073709551615");
    assertThat(stats.remaining()).isEqualTo(-1);
    assertThat(stats.mbps()).isEqualTo(0.5);
    assertThat(stats.toJson()).isEqualTo(read);
    ObjectNode longs = JsonNodeFactory.instance.objectNode().put("size", 5L);
    assertThat(BlockResize.of(longs)).isEqualTo(BlockResize.of(json("{'size': 5}")));
    assertThat(BlockResize.builder().set("size", LongNode.valueOf(5)).build())
        .isEqualTo(BlockResize.builder().size(5).build());
    BlockResize resize =
        BlockResize.of(
            JsonNodeFactory.instance
                .objectNode()
                .put("size", BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)));
    assertThat(Json.MAPPER.writeValueAsString(resize.arguments()))
        .isEqualTo("{\"size\":18446744073709551615}");
    assertThat(resize.size()).isEqualTo(-1);
    for (String wrong : List.of("18446744073709551616", "-9223372036854775809", "1.5", "'1'")) {
      BlockResize no = BlockResize.of(json("{'size': " + wrong + "}"));
      assertThatThrownBy(no::size).as(wrong).isInstanceOf(UnexpectedValueException.class);
    }
  }

  @Test
  void unknownMembersAreKept() throws Exception {
    JsonNode read =
        json("{'running': true, 'status': 'newer', 'x': {'y': [18446744073709551615]}, 'z': null}");
    StatusInfo status = StatusInfo.of(read);
    assertThat(status.status()).isEqualTo(new RunState("newer"));
    assertThat(status.unknownMembers()).containsOnlyKeys("x", "z");
    assertThat(status.toBuilder().running(false).build().toJson())
        .isEqualTo(((ObjectNode) read.deepCopy()).put("running", false));
    assertThat(StatusInfo.builder().running(true).status(RunState.PAUSED).set("new", read).build())
        .extracting(built -> built.member("new").orElseThrow())
        .isEqualTo(read);
  }

  @Test
  void nothingOfAUsersCanChangeAValue() throws Exception {
    ObjectNode mine = (ObjectNode) json("{'running': true, 'status': 'paused', 'x': {}}");
    StatusInfo status = StatusInfo.of(mine);
    ((ObjectNode) mine.get("x")).put("changed", true);
    mine.put("running", false);
    status.toJson().put("running", false);
    status.unknownMembers().values().forEach(x -> ((ObjectNode) x).put("changed", true));
    ((ObjectNode) status.member("x").orElseThrow()).put("changed", true);
    assertThat(status.toJson()).isEqualTo(json("{'running': true, 'status': 'paused', 'x': {}}"));

    BlockResize.Builder builder = BlockResize.builder().size(1);
    BlockResize first = builder.build();
    builder.size(2);
    ((ObjectNode) first.arguments()).put("size", 3);
    assertThat(first.size()).isEqualTo(1);
  }

  @Test
  void unionsFindTheirArm() throws Exception {
    BlockdevOptions options =
        BlockdevOptions.of(
            json(
                "{'driver': 'qcow2', 'node-name': 'n', 'file': {'driver': 'file', 'filename': 'f'},"
                    + " 'backing': null}"));
    assertThat(options.driver()).isEqualTo(BlockdevDriver.QCOW2);
    assertThat(options.nodeName()).contains("n");
    BlockdevOptionsQcow2 qcow2 = (BlockdevOptionsQcow2) options;
    assertThat(qcow2.file().string()).isEmpty();
    assertThat(qcow2.file().blockdevOptions())
        .containsInstanceOf(BlockdevOptionsFile.class)
        .map(file -> ((BlockdevOptionsFile) file).filename())
        .contains("f");
    assertThat(qcow2.backing().orElseThrow().isNull()).isTrue();

    BlockdevOptionsQcow2 built =
        BlockdevOptionsQcow2.builder()
            .nodeName("n")
            .file(BlockdevRef.of(BlockdevOptionsFile.builder().filename("f").build()))
            .backing(BlockdevRefOrNull.ofNull())
            .build();
    assertThat(built).isEqualTo(options);
    assertThat(BlockdevAdd.of(built).arguments()).isEqualTo(options.toJson());
    assertThat(BlockdevAdd.of(built).argument()).isEqualTo(built);
    assertThat(built.toBuilder().build()).isEqualTo(built);
  }

  @Test
  void anUnknownArmIsKept() throws Exception {
    JsonNode read = json("{'driver': 'newer', 'node-name': 'n', 'thing': 1}");
    BlockdevOptions options = BlockdevOptions.of(read);
    assertThat(options).isInstanceOf(BlockdevOptionsUnknown.class);
    assertThat(options.driver()).isEqualTo(new BlockdevDriver("newer"));
    assertThat(options.nodeName()).contains("n");
    assertThat(options.unknownMembers()).containsOnlyKeys("thing");
    assertThat(BlockdevAdd.of(options).arguments()).isEqualTo(read);
  }

  @Test
  void casesWithoutMembersShareAnArm() throws Exception {
    Netdev none = NetdevPlain.builder().id("n").type(NetClientDriver.NONE).build();
    assertThat(Netdev.of(json("{'id': 'n', 'type': 'none'}"))).isEqualTo(none);
    assertThat(NetdevAdd.of(none).arguments()).isEqualTo(none.toJson());
    NetdevPlain.Builder user = NetdevPlain.builder().id("n").type(NetClientDriver.USER);
    assertThatIllegalArgumentException().isThrownBy(user::build).withMessageContaining("user");
    assertThat(NetdevUser.builder().id("n").build().toJson())
        .isEqualTo(json("{'type': 'user', 'id': 'n'}"));
    assertThat(CpuInfoFast.of(json("{'target': 'x86_64'}")))
        .isInstanceOf(CpuInfoFastPlain.class)
        .returns(SysEmuTarget.X86_64, CpuInfoFast::target);
  }

  @Test
  void aUnionWithinAUnion() throws Exception {
    JsonNode read = json("{'transport': 'socket', 'type': 'unix', 'path': '/p'}");
    MigrationAddressSocket socket = (MigrationAddressSocket) MigrationAddress.of(read);
    assertThat(((SocketAddressUnix) socket.socketAddress()).path()).isEqualTo("/p");
    assertThat(socket.unknownMembers()).isEmpty();
    MigrationAddressSocket built =
        MigrationAddressSocket.builder()
            .socketAddress(SocketAddressUnix.builder().path("/p").build())
            .build();
    assertThat(built).isEqualTo(socket);
    assertThat(
            MigrateIncoming.builder()
                .addChannels(
                    MigrationChannel.builder()
                        .channelType(MigrationChannelType.MAIN)
                        .addr(built)
                        .build())
                .build()
                .arguments())
        .isEqualTo(json("{'channels': [{'channel-type': 'main', 'addr': " + read + "}]}"));
  }

  @Test
  void alternatesKeepWhatIsOfNoKnownKind() throws Exception {
    StatsValue list = StatsValue.of(List.of(1L, 2L));
    assertThat(list.integerList()).contains(List.of(1L, 2L));
    assertThat(list.integer()).isEmpty();
    assertThat(list.bool()).isEmpty();
    StatsValue unknown = StatsValue.of(TextNode.valueOf("secret"));
    assertThat(unknown.integer()).isEmpty();
    assertThat(unknown.toJson()).isEqualTo(TextNode.valueOf("secret"));
    assertThat(unknown).hasToString("StatsValue[string]");
    assertThat(StatsValue.of(true)).isEqualTo(StatsValue.of(json("true")));
    assertThat(
            GuestFileSeek.builder()
                .handle(1)
                .offset(0)
                .whence(GuestFileWhence.of(QGASeek.END))
                .build()
                .arguments())
        .isEqualTo(json("{'handle': 1, 'offset': 0, 'whence': 'end'}"));
  }

  @Test
  void argumentsOfANamedTypeCanBeGivenAsAWhole() {
    BlockIOThrottle limits =
        BlockIOThrottle.builder()
            .id("d")
            .bps(1)
            .bpsRd(0)
            .bpsWr(0)
            .iops(0)
            .iopsRd(0)
            .iopsWr(0)
            .build();
    assertThat(BlockSetIoThrottle.of(limits).bps()).isEqualTo(1);
    assertThat(BlockSetIoThrottle.of(limits).argument()).isEqualTo(limits);
    assertThat(BlockSetIoThrottle.of(limits).toBuilder().bps(2).build().arguments().path("bps"))
        .isEqualTo(IntNode.valueOf(2));
  }

  @Test
  void listsAreAddedTo() throws Exception {
    Transaction transaction =
        Transaction.builder()
            .addActions(
                TransactionActionBlockDirtyBitmapClear.builder()
                    .data(BlockDirtyBitmap.builder().node("n").name("b").build())
                    .build())
            .build();
    assertThat(transaction.arguments())
        .isEqualTo(
            json(
                "{'actions': [{'type': 'block-dirty-bitmap-clear',"
                    + " 'data': {'node': 'n', 'name': 'b'}}]}"));
    assertThat(transaction.toBuilder().actions(List.of()).build().actions()).isEmpty();
  }

  @Test
  void anInstanceIsThereWhereNothingIsNeeded() throws Exception {
    assertThat(QueryMachines.INSTANCE.arguments()).isEmpty();
    assertThat(QueryMachines.INSTANCE.toBuilder().compatProps(true).build().arguments())
        .isEqualTo(json("{'compat-props': true}"));
  }
}
