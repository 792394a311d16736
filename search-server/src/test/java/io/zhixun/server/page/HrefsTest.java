package io.zhixun.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.ItemId;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HrefsTest {
  @Test
  void identifiersOfAnyKindMakeAddresses() {
    for (String id :
        new String[] {
          "C_course-v1:TsinghuaX+20740084X+2019_T1", "课程#1", "a?b&c=d", "\"<'>", "𠮷"
        }) {
      URI address = URI.create(Hrefs.item(new ItemId(id)));

      assertEquals("/items/" + id, address.getPath());
      assertEquals(Optional.empty(), Optional.ofNullable(address.getQuery()));
    }
  }

  @Test
  void theWayBackNeverLeavesTheSite() {
    assertEquals("/search?q=x", Hrefs.local(Optional.of("/search?q=x")));
    for (String elsewhere :
        new String[] {
          "https://evil.example/",
          "//evil.example/",
          "/\\evil.example",
          "",
          "search",
          "/a\r\nb",
          "/a b"
        }) {
      assertEquals("/", Hrefs.local(Optional.of(elsewhere)), elsewhere);
    }
    assertEquals("/", Hrefs.local(Optional.empty()));
  }
}
