package io.zhixun.server.console;

import io.zhixun.store.Account;
import io.zhixun.store.Origin;
import java.time.Instant;
import java.util.Optional;

/**
 * One request to the console.
 *
 * @param account absent on the sign-in page alone
 * @param token what a form of this visitor must carry
 * @param done what the step before has done, as a closed list of names
 */
record Desk(Optional<Account> account, String token, Instant now, Optional<String> done) {

  /** By whom, as it stands in the audit. */
  String who() {
    return account.map(Account::name).orElse("");
  }

  Origin origin() {
    return Origin.by("account " + who());
  }
}
