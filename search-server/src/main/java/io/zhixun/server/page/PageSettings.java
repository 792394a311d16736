package io.zhixun.server.page;

import io.zhixun.server.http.CookieSettings;
import java.time.ZoneId;
import java.util.List;
import javax.crypto.SecretKey;

/**
 * How the learner's site behaves.
 *
 * @param learners sample learners that a visitor may be; empty where the platform signs people in
 * @param cookieKey signs the cookie that says who somebody is (HMAC-SHA256)
 * @param cookies when cookies travel over HTTPS alone
 * @param zone the time zone in which dates are shown
 * @param suggestions searches to start from; where there are none, the most frequent topics
 */
public record PageSettings(
    List<SampleLearner> learners,
    SecretKey cookieKey,
    CookieSettings cookies,
    ZoneId zone,
    List<String> suggestions) {
  public PageSettings {
    learners = List.copyOf(learners);
    suggestions = List.copyOf(suggestions);
  }
}
