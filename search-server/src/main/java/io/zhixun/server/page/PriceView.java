package io.zhixun.server.page;

import io.zhixun.corpus.Item.Access;
import io.zhixun.corpus.Item.EarlyBird;
import io.zhixun.corpus.Item.Offer;
import io.zhixun.server.page.wording.Amounts;
import io.zhixun.server.page.wording.Labels;
import io.zhixun.server.page.wording.Moments;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an item costs right now.
 *
 * @param kind free, purchase, subscription or member: how it looks
 * @param now the price, or the way in where there is no price
 * @param before the price that is struck out
 * @param note until when an early-bird price holds
 */
record PriceView(String kind, String now, Optional<String> before, Optional<String> note) {

  static PriceView of(Offer offer, Instant at, Moments moments) {
    String kind = offer.access().name().toLowerCase(Locale.ROOT);
    OptionalLong price = offer.priceAt(at);
    if (offer.access() != Access.PURCHASE || price.isEmpty()) {
      String label = Labels.of(offer.access());
      String text =
          price.isPresent() && price.getAsLong() > 0
              ? label + " " + Amounts.money(price.getAsLong())
              : label;
      return new PriceView(kind, text, Optional.empty(), Optional.empty());
    }
    Optional<EarlyBird> early = offer.earlyBird().filter(bird -> at.isBefore(bird.until()));
    OptionalLong usual = early.isPresent() ? offer.priceFen() : offer.listPriceFen();
    return new PriceView(
        kind,
        Amounts.money(price.getAsLong()),
        usual.isPresent() && usual.getAsLong() > price.getAsLong()
            ? Optional.of(Amounts.money(usual.getAsLong()))
            : Optional.empty(),
        early.map(bird -> "早鸟价 " + moments.deadline(bird.until(), at)));
  }
}
