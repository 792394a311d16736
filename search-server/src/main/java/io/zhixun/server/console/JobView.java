package io.zhixun.server.console;

import io.zhixun.server.job.Job;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A job in words.
 *
 * @param percent of the present stage
 * @param snapshot what came of it
 */
record JobView(
    String id,
    String state,
    String stage,
    int percent,
    boolean running,
    String started,
    Optional<String> snapshot) {

  static JobView of(Job job, ZoneId zone) {
    int percent = (int) Math.round(100 * job.step().done());
    String started = Words.minute(job.started(), zone);
    return switch (job.end().orElse(null)) {
      case null ->
          new JobView(
              job.id(),
              "正在重建",
              stage(job.step().stage()),
              percent,
              true,
              started,
              Optional.empty());
      case Job.Done(var _, var snapshot) ->
          new JobView(job.id(), "重建完成", "新快照已就绪，还没有启用", 100, false, started, Optional.of(snapshot));
      case Job.Failed(var _, var why) ->
          new JobView(job.id(), "重建失败", why, percent, false, started, Optional.empty());
      case Job.Cancelled(var _) ->
          new JobView(job.id(), "已取消", "线上的搜索和推荐没有任何变化", percent, false, started, Optional.empty());
    };
  }

  private static String stage(String stage) {
    String name = stage.toLowerCase(Locale.ROOT);
    if (name.contains("wait")) {
      return "等待开始";
    }
    if (name.contains("measur")) {
      return "检验质量";
    }
    if (name.contains("index")) {
      return "建立索引";
    }
    return "学习行为";
  }
}
