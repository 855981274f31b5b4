"""The stories of a corpus: joins on blocking keys, and never all pairs. ``xcheck.stories`` weighs, likens and links.

The same stories come out as ``xcheck.stories.group`` finds among the same articles: what is summed are whole numbers,
and what is linked lies within one connected part of the pairs that reach the floor. For two groups are joined only
where the mean over all their pairs reaches it, and so at least one pair does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcheck.corpus.engine import Engine
from xcheck.corpus.likening import Likelihood, Link, Look, Weigh
from xcheck.corpus.parts import parts
from xcheck.corpus.plan import WORK, file
from xcheck.corpus.store import Store
from xcheck.nlp.lexicon import lexicon
from xcheck.stories.blocking import EXACT
from xcheck.stories.group import Story

if TYPE_CHECKING:
    from daft import DataFrame


@dataclass(frozen=True)
class Grouping:
    """The program, stage by stage. What later stages read more than once is written down between them."""

    engine: Engine
    store: Store

    def stories(self, partitions: Sequence[str], articles: int) -> list[Story]:
        """The stories of the articles whose marks lie in some partitions, by the ids of their first documents."""
        import daft  # noqa: PLC0415 - what only a corpus needs

        if not articles:
            return []
        marks = daft.read_parquet([self.store.path(file("marks", name)) for name in partitions])
        views = self._written("views", _views(self.engine, marks, articles))
        odds = self._written("odds", _odds(self.engine, views, articles))
        return sorted(_linked(self.engine, marks, odds, articles), key=lambda s: s.id)

    def _written(self, stage: str, frame: DataFrame) -> DataFrame:
        """The table, computed once and kept as files for the stages after it."""
        import daft  # noqa: PLC0415

        folder = self.store.path(f"{WORK}/{stage}")
        frame.write_parquet(folder, write_mode="overwrite")
        return daft.read_parquet(f"{folder}/*.parquet")


def _views(engine: Engine, marks: DataFrame, articles: int) -> DataFrame:
    """Each article as it is likened to others, by the weights that its terms have among all."""
    from daft import DataType, col  # noqa: PLC0415
    from daft.functions import to_struct  # noqa: PLC0415

    key = DataType.struct({"key": DataType.string(), "weight": DataType.float64()})
    weigh = engine.applied(Weigh(articles), DataType.float64(), articles=articles)
    look = engine.applied(
        Look(), DataType.struct({"view": DataType.binary(), "keys": DataType.list(key)}), articles=articles
    )
    terms = marks.select("document", "terms").explode("terms").select("document", col("terms")["term"].alias("term"))
    held = terms.where(col("term").not_null()).groupby("term").agg(col("document").count().alias("holders"))
    weights = held.select("term", weigh(col("term"), col("holders")).alias("weight"))
    own = terms.join(weights, on="term").groupby("document")
    known = own.agg(col("term").list_agg().alias("known"), col("weight").list_agg().alias("weights"))
    row = to_struct(*map(col, ("document", "terms", "head", "days", "length", "known", "weights")))
    seen = marks.join(known, on="document", how="left").select("document", look(row).alias("seen"))
    return seen.select("document", col("seen")["view"].alias("view"), col("seen")["keys"].alias("keys"))


def _odds(engine: Engine, views: DataFrame, articles: int) -> DataFrame:
    """The log odds of the articles that meet: each with the likeliest few of those that share its keys."""
    from daft import DataType, Window, col, lit  # noqa: PLC0415
    from daft.functions import row_number, when  # noqa: PLC0415

    settings = lexicon("stories")["blocking"]
    keys = views.select("document", "keys").explode("keys").where(col("keys").not_null())
    keys = keys.select("document", col("keys")["key"].alias("key"), col("keys")["weight"].alias("weight"))
    shelves = keys.groupby("key").agg(col("document").count().alias("held"))
    shelves = shelves.where((col("held") > lit(1)) & (col("held") <= settings["shelf"])).select("key")
    shelved = keys.join(shelves, on="key")
    others = shelved.select("key", col("document").alias("other"), col("weight").alias("theirs"))
    tie = (col("weight") * col("theirs") * EXACT).cast(DataType.int64()).alias("tie")
    met = shelved.join(others, on="key").where(col("document") != col("other")).select("document", "other", tie)
    shared = met.groupby("document", "other").agg(col("tie").sum())
    order = Window().partition_by("document").order_by([col("tie"), col("other")], desc=[True, False])
    likeliest = shared.with_column("place", row_number().over(order)).where(col("place") <= settings["most"])
    first = col("document") < col("other")
    pairs = likeliest.select(
        when(first, col("document")).otherwise(col("other")).alias("one"),
        when(first, col("other")).otherwise(col("document")).alias("two"),
    ).distinct()
    left = views.select(col("document").alias("one"), col("view").alias("left"))
    right = views.select(col("document").alias("two"), col("view").alias("right"))
    odds = engine.applied(Likelihood(), DataType.float64(), articles=articles)(col("left"), col("right"))
    return pairs.join(left, on="one").join(right, on="two").select("one", "two", odds.alias("odds"))


def _linked(engine: Engine, marks: DataFrame, odds: DataFrame, count: int) -> Iterator[Story]:
    """The stories: an article that hangs together with no other is one, and linking finds those of each part."""
    import daft  # noqa: PLC0415
    from daft import DataType, col, lit  # noqa: PLC0415
    from daft.functions import to_struct  # noqa: PLC0415

    floor = float(lexicon("stories")["linking"]["floor"])
    strong = odds.where(col("odds") >= lit(floor)).select("one", "two")
    part_of = parts((row["one"], row["two"]) for row in strong.iter_rows())
    heads = marks.select("document", "headline")
    names = daft.from_pydict({"document": [*part_of], "part": [*part_of.values()]})
    for row in heads.join(names, on="document", how="anti").iter_rows() if part_of else heads.iter_rows():
        yield Story((row["document"],), (row["headline"],))
    if not part_of:
        return
    named = heads.join(names, on="document")
    articles = named.select("part", to_struct(col("document"), col("headline")).alias("article"))
    articles = articles.groupby("part").agg(col("article").list_agg().alias("articles"))
    ends = odds.join(names.select(col("document").alias("one"), "part"), on="one")
    ends = ends.join(names.select(col("document").alias("two"), col("part").alias("other")), on="two")
    pairs = ends.where(col("part") == col("other")).select(
        "part", to_struct(col("one"), col("two"), col("odds")).alias("pair")
    )
    pairs = pairs.groupby("part").agg(col("pair").list_agg().alias("pairs"))
    text = DataType.list(DataType.string())
    told = DataType.list(DataType.struct({"documents": text, "headlines": text, "central": DataType.int64()}))
    link = engine.applied(Link(), told, articles=count)
    for row in articles.join(pairs, on="part").select(link(col("articles"), col("pairs")).alias("told")).iter_rows():
        for story in row["told"]:
            yield Story(tuple(story["documents"]), tuple(story["headlines"]), story["central"])
