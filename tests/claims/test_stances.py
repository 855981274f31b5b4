"""What goes beyond reported events, and the plans, provisions and reports that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from xcheck.claims.modality import certainty
from xcheck.claims.stance import stances
from xcheck.records.claim import Stance

if TYPE_CHECKING:
    from tests.claims.conftest import ClauseOf

BEYOND: list[tuple[Stance, str, str]] = [
    ("forecast", "The decision will haunt the council.", "haunt"),
    ("forecast", "The harbour is bound to lose its trade.", "is"),
    ("forecast", "The row is likely to drag on.", "is"),
    ("forecast", "The village will never recover.", "recover"),
    ("forecast", "The mayor will have to explain himself.", "have"),
    ("forecast", "The collapse should hurt the smaller banks.", "hurt"),
    ("forecast", "If the rain stays away, the harvest is lost.", "lost"),
    ("speculation", "The feud could split the party.", "split"),
    ("speculation", "Rivals may smell a chance.", "smell"),
    ("speculation", "Such a pact would alarm the generals.", "alarm"),
    ("speculation", "A better captain would have turned back.", "turned"),
    ("speculation", "The cook must have known.", "known"),
    ("motive", "The duke sold the estate in a bid to silence his creditors.", "sold"),
    ("motive", "The regime fears its own army.", "fears"),
    ("motive", "Norway is wary of its neighbour.", "is"),
    ("motive", "The ministry has sought partners to counter its rivals.", "sought"),
    ("cause", "The quarrel comes down to envy.", "comes"),
    ("consequence", "The vote underlines the weakness of the cabinet.", "underlines"),
    ("consequence", "The closure marks the end of an industry.", "marks"),
    ("consequence", "The delay undermines trust in the courts.", "undermines"),
    ("evaluation", "The port is indispensable to the island.", "is"),
    ("evaluation", "The pact was a lifeline for the growers.", "was"),
    ("evaluation", "The season could hardly be worse.", "be"),
    ("evaluation", "It was the most shameful night in the history of the club.", "was"),
    ("evaluation", "The promise means nothing.", "means"),
    ("evaluation", "Sadly, the choir has disbanded.", "disbanded"),
    ("evaluation", "The deputies should resign.", "resign"),
    ("forecast", "The growers face ruin.", "face"),
    ("forecast", "Expect a long wait at the ferry.", "Expect"),
    ("forecast", "The old weir is going to give way.", "going"),
    ("forecast", "The growers face a winter of empty barns.", "face"),
    ("forecast", "The delay promises trouble for the mill.", "promises"),
    ("speculation", "The wreck seems to be a whaler.", "seems"),
    ("speculation", "That the boats flew no flags suggests a raid from the south.", "suggests"),
    ("speculation", "A quarrel would explain the empty chair.", "explain"),
    ("motive", "Wary of the courts, the brewer settled.", "settled"),
    ("motive", "The widow burned the letters lest they be read.", "burned"),
    ("motive", "The bishop resigned to spare himself a trial.", "resigned"),
    ("motive", "What the brewers wanted was a quiet winter.", "was"),
    ("cause", "Greed drove the brothers to it.", "drove"),
    ("cause", "Behind the rise in thefts is the closure of the youth club.", "is"),
    ("consequence", "The quarrel has poisoned relations between the parishes.", "poisoned"),
    ("consequence", "The levy has upended the trade.", "upended"),
    ("evaluation", "What a waste of a good harbour.", "waste"),
    ("evaluation", "The club served up a dreary hour.", "served"),
    ("evaluation", "The new pier is as sturdy as a biscuit.", "is"),
    ("evaluation", "The choir deserves a better hall.", "deserves"),
    ("evaluation", "The real scandal is the empty library.", "is"),
    ("generalisation", "Every regatta ends in an argument.", "ends"),
    ("generalisation", "To run a ferry here is to be hated.", "is"),
    ("generalisation", "No skipper ever admitted that he was lost.", "admitted"),
    ("generalisation", "Nothing unites a parish quicker than a bypass.", "unites"),
    ("generalisation", "Wherever a quarry opens, lorries follow.", "follow"),
    ("consequence", "By stepping aside now the duke avoids a trial.", "avoids"),
    ("evaluation", "The merger is dead.", "is"),
    ("evaluation", "The gala has turned into a farce.", "turned"),
    ("generalisation", "Few believe that the truce can hold.", "believe"),
    ("generalisation", "Patience with the operator is running out.", "running"),
    ("generalisation", "Old bridges need constant care.", "need"),
    ("generalisation", "Few expect the truce to last.", "expect"),
    ("generalisation", "Trust is soon lost.", "lost"),
    ("generalisation", "Such accidents are almost always the work of haste.", "are"),
    ("motive", "The duke hopes to divide his heirs with gifts.", "hopes"),
    ("motive", "She resigned to please the growers.", "resigned"),
    ("motive", "The firm chose the valley because land was cheap.", "chose"),
    ("speculation", "The deputies seem to have decided to ignore the vote.", "seem"),
    ("forecast", "The new pill promises to spare many patients an operation.", "promises"),
    ("forecast", "The two clubs are drifting towards bankruptcy.", "drifting"),
    ("consequence", "The episode shows how thin the ice had become.", "shows"),
    ("evaluation", "The inspectors had grown too close to the mill.", "grown"),
    ("evaluation", "The growers can ill afford another frost.", "afford"),
    ("evaluation", "The captain faces an impossible task.", "faces"),
]
REPORTED = [
    ("The car was driven by a woman.", "driven"),
    ("The village lies behind the hill.", "lies"),
    ("Unemployment is down to 3 percent.", "is"),
    ("The motor has failed twice since May.", "failed"),
    ("He ended up in hospital.", "ended"),
    ("The estate borders on the park.", "borders"),
    ("The gap was too narrow for the tractor.", "was"),
    ("Divers were sent to rescue the crew.", "sent"),
    ("Police set up barriers to divert traffic.", "set"),
    ("The tests were run to show whether the cable was sound.", "run"),
    ("The dog always sleeps in the hall.", "sleeps"),
    ("The storm sank the ferry.", "sank"),
    ("Divers dragged the lake in search of a missing boy.", "dragged"),
    ("The shop closed for good in March.", "closed"),
    ("The fine amounts to 300 euros.", "amounts"),
    ("The clerk was condemned to death in 1794.", "condemned"),
    ("The flood left the village cut off from the road.", "left"),
    ("The council turned the mill into a hotel.", "turned"),
    ("The water is safe for bathing.", "is"),
    ("The parcel was meant for Orle.", "meant"),
    ("Each mast will stand 90 metres high.", "stand"),
    ("The tunnel will carry 14 trains an hour.", "carry"),
    ("The medal is worth 900 euros.", "worth"),
    ("Behind the hill lies the village.", "lies"),
    ("Count the votes again.", "Count"),
    ("How many boats were lost remains a secret.", "remains"),
    ("The crew usually set their nets at dusk.", "set"),
    ("The trust lets the lighthouse to families.", "lets"),
    ("No accident was reported.", "reported"),
    ("The report shows that 40 boats were sold.", "shows"),
    ("Police are treating the death as suspicious.", "treating"),
    ("Residents may return on Friday.", "return"),
    ("The mill could grind 40 sacks a day.", "grind"),
    ("Neither the port nor the firm would say who was aboard.", "say"),
    ("The road was too icy to use.", "was"),
    ("The bridge was closed on Monday.", "closed"),
    ("The court will hear the case on Thursday.", "hear"),
    ("Voters will elect a new council in May.", "elect"),
    ("The inquiry will be chaired by a retired judge.", "chaired"),
    ("The ban will take effect at midnight.", "take"),
    ("A new envoy is expected on Friday.", "expected"),
    ("The gallery is due to open in March.", "is"),
    ("Under the bill, ferry firms would have the right to raise fares.", "have"),
    ("The deal would have brought the nurses a rise of 5 percent.", "brought"),
    ("Neighbours could hear the shots.", "hear"),
    ("The guards could not open the gate.", "open"),
    ("She would not comment.", "comment"),
    ("Entries may be sent until Friday.", "sent"),
    ("The lowest bid was 40,000 euros.", "was"),
    ("It was the deadliest fire in the city since 1952.", "was"),
    ("Trams carry about 3,000 passengers a day.", "carry"),
    ("The price of bread is high.", "is"),
    ("The mayor may dissolve the council under the constitution.", "dissolve"),
    ("The law requires landlords to register.", "requires"),
    ("Passengers were given refunds by the operator.", "given"),
    ("Who paid for the trip?", "paid"),
]


@pytest.mark.parametrize(("stance", "text", "word"), BEYOND)
def test_goes_beyond(clause_of: ClauseOf, stance: Stance, text: str, word: str) -> None:
    clause = clause_of(text, word)
    assert stance in stances.of(clause, certainty.of(clause), own_voice=True)


@pytest.mark.parametrize(("text", "word"), REPORTED)
def test_is_reported(clause_of: ClauseOf, text: str, word: str) -> None:
    clause = clause_of(text, word)
    assert stances.of(clause, certainty.of(clause), own_voice=True) == ()


@pytest.mark.parametrize(
    ("stance", "text", "word"),
    [
        ("forecast", "Commuters can expect dearer fares.", "expect"),
        ("speculation", "Her silence suggests that the board had quarrelled.", "suggests"),
        ("motive", "Anxious not to look weak, the duke stayed away.", "Anxious"),
        ("motive", "By inviting the widow the mayor was signalling that the war was over.", "signalling"),
        ("generalisation", "Landlords know that a warm winter hides the damp.", "know"),
    ],
)
def test_speech_and_thought_that_nobody_told(clause_of: ClauseOf, stance: Stance, text: str, word: str) -> None:
    clause = clause_of(text, word)
    assert stance in stances.of(clause, certainty.of(clause), own_voice=True, speech=True)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The figures suggest that sales fell.", "suggest"),
        ("Residents fear that the dam will leak.", "fear"),
        ("The union hopes to settle.", "hopes"),
    ],
)
def test_speech_and_thought_that_somebody_told(clause_of: ClauseOf, text: str, word: str) -> None:
    clause = clause_of(text, word)
    assert stances.of(clause, certainty.of(clause), own_voice=True, speech=True) == ()


@pytest.mark.parametrize(("stance", "text", "word"), BEYOND)
def test_credited_words_have_no_stance(clause_of: ClauseOf, stance: Stance, text: str, word: str) -> None:
    clause = clause_of(text, word)
    assert stance in stances.ORDER
    assert stances.of(clause, certainty.of(clause), own_voice=False) == ()


def test_loaded_words_count_in_a_headline_only(clause_of: ClauseOf) -> None:
    text = "Farce at the ferry port\n\nThe farce at the port began on Monday when a crane fell.\n"
    headline, body = clause_of(text, "Farce"), clause_of(text, "began")
    assert "evaluation" in stances.of(headline, "fact", own_voice=True)
    assert stances.of(body, "fact", own_voice=True) == ()
