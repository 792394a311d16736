package io.zhixun.indexer.analysis;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/** A {@link Splitter} as Lucene wants it. Light: all that is costly is shared by all of them. */
final class SplitterTokenizer extends Tokenizer {
  private final Splitter splitter;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);

  private Iterator<Token> tokens = List.<Token>of().iterator();
  private int lastPosition = -1;
  private int textLength;

  SplitterTokenizer(Splitter splitter) {
    this.splitter = splitter;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    String text = readAll();
    textLength = text.length();
    tokens = splitter.split(text).iterator();
    lastPosition = -1;
  }

  private String readAll() throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[1024];
    for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
      text.append(buffer, 0, count);
    }
    return text.toString();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!tokens.hasNext()) {
      return false;
    }
    Token token = tokens.next();
    term.append(token.term());
    offset.setOffset(correctOffset(token.start()), correctOffset(token.end()));
    increment.setPositionIncrement(token.position() - lastPosition);
    length.setPositionLength(token.length());
    lastPosition = token.position();
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = correctOffset(textLength);
    offset.setOffset(end, end);
  }

  @Override
  public void close() throws IOException {
    super.close();
    tokens = List.<Token>of().iterator();
  }
}
