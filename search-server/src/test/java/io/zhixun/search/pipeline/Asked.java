package io.zhixun.search.pipeline;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Answers.Section;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.search.pipeline.Requests.Mode;
import io.zhixun.search.pipeline.Requests.Page;
import io.zhixun.search.pipeline.Requests.Scenario;
import io.zhixun.store.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Requests as tests ask them, and the little of the answers that they look at. */
final class Asked {
  private Asked() {}

  static Audience nobody() {
    return new Audience(Optional.empty(), OptionalDouble.empty(), Context.UNKNOWN, true);
  }

  static Audience by(String user) {
    return by(user, OptionalDouble.empty());
  }

  static Audience by(String user, OptionalDouble weight) {
    return new Audience(Optional.of(new UserId(user)), weight, Context.UNKNOWN, true);
  }

  static Requests.Search search(String query, int size, Audience audience) {
    return new Requests.Search(
        query,
        Filters.NONE,
        List.of(),
        Mode.LEXICAL,
        Sort.RELEVANCE,
        new Page(size, Optional.empty()),
        audience);
  }

  static Requests.Feed feed(Scenario scenario, int size, Audience audience) {
    return new Requests.Feed(
        scenario, Optional.empty(), Optional.empty(), new Page(size, Optional.empty()), audience);
  }

  static Answers.Feed home(int size, Audience audience) {
    return Platform.shared()
        .discovery()
        .recommend(feed(Scenario.HOME, size, audience), Platform.NOW);
  }

  static List<Hit> section(Answers.Feed feed, String id) {
    return feed.sections().stream()
        .filter(section -> section.id().equals(id))
        .map(Section::items)
        .findFirst()
        .orElse(List.of());
  }

  static List<ItemId> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.item().id()).toList();
  }

  static List<ItemId> ids(Answers.Feed feed) {
    return feed.sections().stream()
        .flatMap(section -> section.items().stream())
        .map(hit -> hit.item().id())
        .toList();
  }

  static void profile(String user, boolean member, boolean minor) {
    UserProfile profile =
        new UserProfile(
            new UserId(user),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("Python"),
            List.of(),
            List.of(),
            List.of(21, 22),
            Optional.empty(),
            member ? Optional.of("SVIP") : Optional.empty(),
            List.of(),
            minor);
    Platform.shared().accept(new Change.PutProfile(profile));
  }

  static void complete(String user, String... items) {
    for (String item : items) {
      Platform.shared()
          .accept(
              new Change.AppendEvent(
                  new Event.Completion(header(user + "-" + item, user), new ItemId(item))));
    }
  }

  static Event.Header header(String id, String user) {
    return new Event.Header(
        id,
        Platform.NOW.minus(Duration.ofHours(1)),
        new Actor.User(new UserId(user)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Context.UNKNOWN);
  }
}
