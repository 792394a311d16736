package io.zhixun.cli;

import java.io.Console;
import java.util.Optional;

/** Whether somebody looks. */
final class Terminal {
  private Terminal() {}

  /** Whether input and output are a terminal; there may be no console at all. */
  static boolean isAttached() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
