package io.zhixun.corpus.dataset;

import io.zhixun.corpus.check.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in an author field such as {@code [美] 吉安·贝多尼 / (英)康格里夫}.
 *
 * <p>Names are separated by {@code /}. A leading note in brackets goes when it is one of the
 * countries and dynasties below, so that all spellings of a name are one; any other note stays, and
 * so does everything after the name (著, 译, an original name).
 */
final class BookAuthors {
  private static final Pattern NOTE =
      Pattern.compile("[\\[(（【〔［]\\s*([^\\[\\]()（）【】〔〕［］]{1,8})\\s*[\\])）】〕］]\\s*(.+)");

  private static final Set<String> PLACES_AND_TIMES =
      Set.of(
          """
          美 英 日 法 德 俄 意 奥 加 苏 澳 荷 韩 印 西 波 比 匈 捷 丹 以 挪 葡 芬 秘 罗 墨 泰 土 智 菲 瑞 希 埃 越 新
          美国 英国 日本 法国 德国 俄国 俄罗斯 前苏联 苏联 意大利 奥地利 加拿大 澳大利亚 澳洲 荷兰 荷蘭 韩国 韓 韓国 印度 古印度
          西班牙 波兰 比利时 匈牙利 捷克 捷克斯洛伐克 丹麦 以色列 挪威 葡萄牙 芬兰 秘鲁 罗马尼亚 墨西哥 泰国 土耳其 智利
          菲律宾 瑞士 瑞典 希腊 古希腊 古罗马 罗马 埃及 古埃及 越南 新加坡 新西兰 爱尔兰 阿根廷 南非 哥伦比亚 巴西 伊朗 波斯
          尼日利亚 乌拉圭 黎巴嫩 塞尔维亚 斯洛文尼亚 吉尔吉斯斯坦 冰岛 古巴 西德 联邦德国 叙利亚 阿尔巴尼亚 南斯拉夫
          危地马拉 乌克兰 白俄 白俄罗斯 肯尼亚 莫桑比克 巴基斯坦 马来西亚 克罗地亚 阿尔及利亚 圣卢西亚 格鲁吉亚 立陶宛
          爱沙尼亚 拜占庭 马里 阿富汗 印尼 印度尼西亚 巴拉圭 巴拿马 巴勒斯坦 塞拉利昂 摩洛哥 苏丹 哥斯达黎加 加纳 波黑
          沙特阿拉伯 阿拉伯 委内瑞拉 牙买加 不丹 马拉维 高丽 朝鲜 中国 台 台湾 中国台湾 香港
          清 明 元 宋 唐 汉 晋 晉 隋 梁 魏 金 民国 清末民初 清初 春秋 战国 西汉 东汉 三国 三國 三国魏 西晋 东晋 南朝 南朝宋
          南朝齐 南朝梁 南朝陈 北魏 北齐 五代 南唐 后蜀 后秦 北宋 南宋
          """
              .strip()
              .split("\\s+", -1));

  private BookAuthors() {}

  static List<String> split(String field) {
    return Arrays.stream(field.split("/", -1))
        .map(name -> withoutNote(name.strip()))
        .filter(name -> !name.isBlank() && name.length() <= Limits.AUTHOR.maxLength())
        .distinct()
        .limit(Limits.MAX_LIST)
        .toList();
  }

  private static String withoutNote(String name) {
    Matcher note = NOTE.matcher(name);
    return note.matches() && PLACES_AND_TIMES.contains(note.group(1).strip())
        ? note.group(2).strip()
        : name;
  }
}
