"""How many were killed and hurt, counted over the sentences of invented reports."""

import pytest

from twosource.annotate.parse import Parser
from twosource.annotate.persons import counted
from twosource.annotate.quantities import quantities
from twosource.annotate.sentences import sentences as split
from twosource.annotate.tolls import casualties
from twosource.document import document
from twosource.records import Article, Toll
from twosource.text import inside


def count(parser: Parser, text: str) -> tuple[int | None, int | None]:
    """Killed and injured over all the sentences of a text."""
    given = document(Article("a", "a", text))
    parsed = parser.parse(given, split(given))
    numbers = quantities(parsed)
    hurts = [c.hurt for s in parsed if s.tokens for c in casualties(s, tuple(q for q in numbers if inside(q.span, s.span)))]

    def best(toll: Toll | None) -> int | None:
        return None if toll is None else toll.best

    killed, injured = counted(hurts)
    return best(killed), best(injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("At least 12 people, including two children, were killed and 30 others injured in the quake.", 12, 30),
        ("Six people were shot outside a bar in the town, two fatally.", 2, 4),
        ("Four people were shot in the market. One of them died in a hospital on the next day.", 1, 3),
        ("A man, 34, and a woman, 29, were killed. The man was a teacher, and the woman died at the scene.", 2, None),
        ("A man was killed in the attack. Two others were wounded.", 1, 2),
        ("One soldier was killed and another wounded when the rebels attacked the post.", 1, 1),
        ("The blast left one person dead and three others injured. One of the injured later died of his wounds.", 2, 2),
        ("A 19-year-old was wounded in the leg. A 22-year-old was struck in the arm by a bullet.", None, 2),
        ("A boy was shot in the park. He died at a hospital. The boy, 15, was a pupil at the school.", 1, None),
        ("The police said that a third victim was wounded in the arm. Two men were killed.", 2, 1),
        ("One of the five victims of the fire has died.", 1, 4),
        ("Three of four members of a family were killed in the flood.", 3, None),
        ("Both men inside the car were killed, and three others were injured when the bomb went off.", 2, 3),
        ("The bus driver, two passengers and a cyclist were hurt.", None, 4),
        ("The victims, including two children and eight adults, were taken to a hospital.", None, 10),
        ("The two were shot, along with another woman, before dawn.", None, 3),
        ("Rescuers pulled 12 bodies from the rubble of the school.", 12, None),
        ("The bodies of two men were found in a canal. No bodies were found in the house.", 2, None),
        ("Police originally said that eight people were wounded. Five people were wounded, they say now.", None, 5),
        ("One person died. A 26-year-old was injured. A 28-year-old has died of his injuries.", 1, 1),
        ("The deadly quadruple shooting shocked the town. One man was killed.", 1, 3),
        ("The shot killed a woman and injured one of the dogs.", 1, None),
        ("Nobody was hurt in the fire, and no one died in the flood.", None, None),
        ("Seven miners could have been killed in the shaft if the pump had failed.", None, None),
        ("The hunters killed 40 deer and two bears in the forest.", None, None),
        ("The double murder shocked the town, a spokesman for the mayor said.", 2, None),
        ("Residents were hit by a new tax on fuel, and a bank was struck by the crisis.", None, None),
        ("Two guards were killed at the gate and a third was wounded.", 2, 1),
        ("Gunfire struck four people in a car on the bridge.", None, 4),
        ("The number of people killed in the quake now stands at 52, Ana Ruiz said.", 52, None),
        ("A plane brought 900 tents and the equipment for a field hospital.", None, None),
        ("A man of 19 died of burns on Thursday, which brings the dead to six.", 6, None),
        ("Gunmen shot four farmers. All of them were dead when the doctor came.", 4, None),
        ("Gunmen shot four farmers. They died at the scene.", 4, None),
        ("Gunmen shot four farmers. They said that the cook was dead.", None, 4),
        ("The rescued men are expected to survive. Three sailors drowned.", 3, None),
        ("The death toll rose to 61 on Monday, the number of injured to 200.", 61, None),
        ("An editor and columnist died when the ferry sank off the coast.", 1, None),
        ("The driver's wife was found dead, and his son, 12, is in critical condition.", 1, 1),
        ("One of the four sailors shot and killed in March was a cook from Arica.", 4, None),
        ("One of the guards shot and killed a robber.", 1, None),
        ("A mine went off in the market. It wounded three people.", None, 3),
        ("What hurts him is the silence of the town.", None, None),
        ("He is the second pupil of the school to be killed in a month.", None, None),
    ],
)
def test_the_dead_and_the_hurt_are_counted_once(parser: Parser, text: str, killed: int | None, injured: int | None) -> None:
    assert count(parser, text) == (killed, injured)


def test_a_later_toll_takes_the_dead_from_the_injured(parser: Parser) -> None:
    text = "One person died and three were injured when a bridge fell, the mayor said. The toll changed in the night. "
    assert count(parser, text + "Two of the workers died.") == (2, 2)
