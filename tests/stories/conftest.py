"""A mixed pile of invented articles: two on each event, and events of one kind among them."""

from __future__ import annotations

import pytest

from xcheck.records.document import Document

PILE = {
    "jeweller-a.txt": """Masked men rob jeweller in Ostrava Row

Three masked men robbed the jeweller Kessel & Daughter in Ostrava Row, Penhallow, on Tuesday morning.

They smashed four cases with hammers and took rings worth £310,000, Inspector Dilys Morgan said.

The owner, Marta Kessel, was not hurt. “It was over in a minute,” she said.

The men fled in a grey van, which was found burning near Trewin Bridge.
""",
    "jeweller-b.txt": """Penhallow jewellers raided

Raiders with hammers broke into Kessel & Daughter, a jeweller in Penhallow, on Tuesday.

Police put the loss at £310,000. Inspector Dilys Morgan asked drivers who crossed Trewin Bridge to call.

Marta Kessel, who has run the shop in Ostrava Row since 1998, said that her staff were shaken.

A burnt grey van is being searched.
""",
    "post-office-a.txt": """Armed robbers hold up post office

Two armed men robbed the post office in Glenmarrow on Friday afternoon, police said.

They threatened the clerk, Owen Tasker, with a shotgun and left with about £4,200.

Sergeant Fiona Baird said that the men had ridden off on a motorcycle towards Loch Arran.

Nobody was hurt. The post office on Mill Brae stays shut until Monday.
""",
    "post-office-b.txt": """Clerk tells of Glenmarrow hold-up

A post office clerk has told how two men with a shotgun robbed his counter in Glenmarrow.

Owen Tasker, 52, gave them £4,200. “I looked at the floor,” he said on Saturday.

The robbers left Mill Brae on a motorcycle, and Sergeant Fiona Baird believes they are near Loch Arran.
""",
    "recount-a.txt": """Recount ordered in Vellmar

The electoral court in Vellmar has ordered a recount of the vote for mayor.

Ilse Harnack of the Civic List leads Ruben Otte by 41 votes of 18,300, the returning officer said.

Mr Otte had complained that boxes from the Weidental district were opened early.

The recount begins on 9 June 2021 and will take two days.
""",
    "recount-b.txt": """Forty-one votes part rivals as court steps in

A judge has granted Ruben Otte a recount in his race against Ilse Harnack for mayor of Vellmar.

The Civic List called the ruling a farce. Ms Harnack won by 41 votes.

Ballot boxes from Weidental will be opened first, on 9 June 2021, the returning officer said.
""",
    "quarry.txt": """Quarry to close after ninety years

The slate quarry at Nant Edwy will close in March, its owner Hollis Stone said.

The firm blamed dear diesel. Sixty masons will lose their work, said the union's Gareth Pugh.

The council hopes to make a museum of it.
""",
}
TOLD = [
    ("jeweller-a.txt", "jeweller-b.txt"),
    ("post-office-a.txt", "post-office-b.txt"),
    ("quarry.txt",),
    ("recount-a.txt", "recount-b.txt"),
]


@pytest.fixture
def pile() -> list[Document]:
    return [Document.from_text(text, name=name) for name, text in PILE.items()]


@pytest.fixture
def told() -> list[tuple[str, ...]]:
    return TOLD
