package io.zhixun.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignerTest {
  private final Signer signer = new Signer(key("one"), "learner");

  @Test
  void whatWasSignedComesBack() {
    assertEquals(Optional.of("学员+7"), signer.verify(signer.sign("学员+7")));
  }

  @Test
  void anyAlterationIsNoticed() {
    String signed = signer.sign("u7");
    for (int i = 0; i < signed.length(); i++) {
      char other = signed.charAt(i) == 'A' ? 'B' : 'A';
      String altered = signed.substring(0, i) + other + signed.substring(i + 1);

      // The last character of a part may carry unused bits; then the text is the same.
      assertEquals(Optional.empty(), signer.verify(altered).filter(text -> !text.equals("u7")));
    }
    assertEquals(Optional.empty(), signer.verify("dTc." + signed.substring(signed.length() - 8)));
  }

  @Test
  void anotherKeyOrPurposeIsNotAccepted() {
    assertEquals(Optional.empty(), new Signer(key("two"), "learner").verify(signer.sign("u7")));
    assertEquals(Optional.empty(), new Signer(key("one"), "other").verify(signer.sign("u7")));
  }

  @Test
  void rubbishIsNotAccepted() {
    for (String rubbish : new String[] {"", ".", "u7", "u7.", "!!.??", "a".repeat(5_000)}) {
      assertEquals(Optional.empty(), signer.verify(rubbish), rubbish);
    }
  }

  private static SecretKey key(String text) {
    return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }
}
