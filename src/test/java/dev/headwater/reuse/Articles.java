package dev.headwater.reuse;

import dev.headwater.model.Article;
import dev.headwater.model.Ids;
import dev.headwater.model.TestArticle;
import dev.headwater.model.TextSpan;
import java.util.List;

/** Invented articles for the tests of this package. */
final class Articles {
  static final String HARBOUR =
      """
      The harbour board of Eastmere voted on Tuesday to dredge the northern channel, a project that \
      engineers say will cost 41 million crowns and take three winters to finish. Captain Orla Venn, \
      who has piloted ferries through the channel since 1998, told the board that sandbanks now force \
      the larger boats to wait two hours for the tide. Opponents fear that the spoil, about 260,000 \
      cubic metres of silt, will smother the mussel beds off Gannet Point. A biologist hired by the \
      fishing cooperative counted 37 beds there last spring and warned that half could vanish. The \
      board promised to move the dumping ground eleven kilometres offshore, and said that a decision \
      on the contract would come before the first frost.""";

  /** The same facts in the same order in other words. */
  static final String HARBOUR_REWRITTEN =
      """
      Eastmere's harbour board has decided to dredge its northern channel, with engineers putting the \
      price at 41 million crowns over three winters. Ferry pilot Orla Venn, a captain in the channel \
      since 1998, explained to members how sandbanks keep larger boats waiting two hours on the tide. \
      Critics are afraid that 260,000 cubic metres of silt dug up would smother mussel beds near \
      Gannet Point. Last spring a biologist working for the fishing cooperative found 37 beds, half of \
      which she warned could vanish. Dumping would now happen eleven kilometres offshore, the board \
      promised, and the contract is to be settled before frost comes.""";

  static final String ORCHARD =
      """
      Growers in the Tamber valley are pulling out old pear orchards faster than nurseries can supply \
      young trees, the regional chamber of agriculture reported. Nearly one hectare in six was cleared \
      over the past two years after a bacterial blight spread from abandoned plots along the railway. \
      Replanting is slow because the resistant variety bred at the Lowick station reached only four \
      nurseries. Some families have turned to hazelnuts, which need fewer hands at harvest and fetch a \
      steadier price from confectioners abroad.""";

  private Articles() {}

  static Article of(String id, String text) {
    return of(id, text, List.of());
  }

  static Article of(String id, String text, List<TextSpan> boilerplate) {
    return TestArticle.of(id, text)
        .textHash(Ids.of(text.replaceAll("\\s+", " ").strip()))
        .boilerplate(boilerplate)
        .article();
  }

  static TextIndex index(String id, String text) {
    return TextIndex.of(of(id, text), ReuseSettings.DEFAULTS);
  }
}
