package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.UserId;
import io.zhixun.store.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may call what, written out route by route; a route without a row here is a failure. */
class RoleMatrixTest {
  /**
   * Method, address, and the roles whose keys open it: {@code anybody} needs no key. A key bound to
   * a learner opens {@code own} for that learner whatever its role; of another learner it hears 404
   * there and at {@code named}, and it is nobody's editor.
   */
  private static final String MATRIX =
      """
      GET    /v1/search                       admin editor ranker events reader
      GET    /v1/suggest                      admin editor ranker events reader
      GET    /v1/recommendations              admin editor ranker events reader
      GET    /v1/trending                     admin editor ranker events reader
      GET    /v1/paths                        admin editor ranker events reader
      GET    /v1/items/{id}/similar           admin editor ranker events reader
      GET    /v1/items/{id}/next              admin editor ranker events reader
      POST   /v1/rank                         admin editor ranker
      POST   /v1/events                       admin editor events
      GET    /v1/items/{id}                   admin editor ranker events reader
      PUT    /v1/items/{id}                   admin editor
      PATCH  /v1/items/{id}                   admin editor
      DELETE /v1/items/{id}                   admin editor
      POST   /v1/items:bulk                   admin editor
      POST   /v1/items:validate               admin editor
      GET    /v1/items/{id}/versions          admin editor
      POST   /v1/batches/{id}/undo            admin editor
      GET    /v1/rules                        admin editor
      PUT    /v1/rules/{id}                   admin editor
      DELETE /v1/rules/{id}                   admin editor
      POST   /v1/rules:validate               admin editor
      GET    /v1/synonyms                     admin editor
      GET    /v1/synonyms/{id}                admin editor
      PUT    /v1/synonyms/{id}                admin editor
      DELETE /v1/synonyms/{id}                admin editor
      POST   /v1/synonyms:validate            admin editor
      GET    /v1/words                        admin editor
      GET    /v1/words/{id}                   admin editor
      PUT    /v1/words/{id}                   admin editor
      DELETE /v1/words/{id}                   admin editor
      POST   /v1/words:validate               admin editor
      PUT    /v1/users/{id}                   admin editor events named
      GET    /v1/users                        admin editor
      GET    /v1/users/{id}                   admin editor own
      GET    /v1/users/{id}/history           admin editor own
      DELETE /v1/users/{id}/history           admin editor own
      GET    /v1/users/{id}/export            admin editor own
      GET    /v1/users/{id}/tags              admin editor own
      PUT    /v1/users/{id}/tags              admin editor own
      DELETE /v1/users/{id}/tags              admin editor own
      DELETE /v1/users/{id}                   admin editor own
      POST   /v1/users/{id}:merge             admin editor events named
      PUT    /v1/users/{id}/personalisation   admin editor own
      POST   /v1/reindex                      admin editor
      GET    /v1/jobs                         admin editor
      GET    /v1/jobs/{id}                    admin editor
      GET    /v1/jobs/{id}/stream             admin editor
      POST   /v1/jobs/{id}/cancel             admin editor
      GET    /v1/snapshots                    admin editor
      POST   /v1/snapshots/{id}/activate      admin editor
      GET    /v1/snapshots/{id}/diff          admin editor
      GET    /v1/analytics                    admin editor
      GET    /v1/analytics/queries            admin editor
      GET    /v1/analytics/clicks             admin editor
      GET    /v1/analytics/exposure           admin editor
      GET    /v1/audit                        admin editor
      POST   /v1/audit/{id}/undo              admin editor
      POST   /v1/keys                         admin
      GET    /v1/keys                         admin
      DELETE /v1/keys/{id}                    admin
      GET    /livez                           anybody
      GET    /readyz                          anybody
      GET    /metrics                         anybody
      GET    /openapi.json                    anybody
      GET    /docs                            anybody
      """;

  private static final Map<String, Set<String>> ROWS =
      MATRIX
          .lines()
          .map(line -> line.split(" +", -1))
          .collect(
              Collectors.toMap(
                  words -> words[0] + " " + words[1],
                  words -> Set.copyOf(Arrays.asList(words).subList(2, words.length)),
                  (one, _) -> one,
                  TreeMap::new));

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.with(ServerSettings.DEFAULTS).withCourses();
    for (String learner : Set.of("own", "other")) {
      server
          .client()
          .withKey(server.key(Role.ADMIN))
          .put("/v1/users/" + learner, "{\"id\":\"" + learner + "\"}");
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String name(Route route) {
    return route.method() + " " + route.path();
  }

  private static Set<String> row(Route route) {
    return ROWS.getOrDefault(name(route), Set.of());
  }

  private static String label(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static int status(Client client, Route route, String id) {
    return client
        .exchange(route.method().name(), route.path().replace("{id}", id), new byte[0])
        .status();
  }

  @Test
  void everyRouteHasItsRowAndEveryRowItsRoute() {
    assertEquals(
        server.routes().stream().map(RoleMatrixTest::name).sorted().toList(),
        ROWS.keySet().stream().sorted().toList());
  }

  @Test
  void aRowNamesRolesAndNothingElse() {
    Set<String> words =
        EnumSet.allOf(Role.class).stream().map(RoleMatrixTest::label).collect(Collectors.toSet());
    words.addAll(Set.of("anybody", "own", "named"));

    ROWS.forEach((route, row) -> assertTrue(words.containsAll(row), route + " " + row));
  }

  @Test
  void withoutAKeyOnlyWhatIsForAnybodyAnswers() {
    for (Route route : server.routes()) {
      int status = status(server.client(), route, "nobody");

      assertEquals(row(route).contains("anybody") ? 200 : 401, status, name(route));
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleOpensItsRoutesAndNoOthers(Role role) {
    Client client = server.client().withKey(server.key(role));

    for (Route route : server.routes()) {
      boolean allowed = row(route).contains("anybody") || row(route).contains(label(role));
      // What is allowed may well fail for other reasons: the body is empty.
      int status = status(client, route, "nobody");
      assertEquals(!allowed, status == 403, name(route) + " by " + role + " → " + status);
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aKeyBoundToALearnerHearsOfNoOtherAndEditsNothing(Role role) {
    Client bound =
        server.client().withKey(server.key(role, Optional.of(new UserId("own")), Optional.empty()));

    for (Route route : server.routes()) {
      Set<String> row = row(route);
      boolean named = row.contains("named") && row.contains(label(role));
      boolean editorsOnly = !row.contains("reader") && !row.contains("anybody");
      boolean opened =
          (row.contains("events") && role.includes(Role.EVENTS))
              || (row.contains("ranker") && role.includes(Role.RANKER));
      int status = status(bound, route, "other");
      String what = name(route) + " of another by a bound " + role + " → " + status;
      if (row.contains("own")) {
        assertEquals(404, status, what);
      } else if (named) {
        // An empty body is refused only after it was seen whose it is.
        assertTrue(status == 404 || status == 400 || status == 415, what);
      } else if (editorsOnly && !opened) {
        assertEquals(403, status, what);
      }
    }
    assertEquals(200, bound.get("/v1/users/own").status());
    assertEquals(404, bound.get("/v1/search?user=other").status());
  }

  /** Where the learner is named in a good request, another's is not there at all. */
  @Test
  void whoNamesAnotherLearnerIsToldThatThereIsNone() {
    Client bound =
        server
            .client()
            .withKey(server.key(Role.EVENTS, Optional.of(new UserId("own")), Optional.empty()));

    assertEquals(404, bound.put("/v1/users/other", "{\"id\":\"other\"}").status());
    assertEquals(404, bound.post("/v1/users/other:merge", "{\"visitor\":\"v\"}").status());
    assertEquals(200, bound.put("/v1/users/own", "{\"id\":\"own\"}").status());
  }
}
