"""Do the words of a report set its event beside one told before: "a second blast", "another gallery collapsed"?

Method: an ordinal or "another" before the word for the event, or before what it happens to where that is a thing or the event is
done to somebody ("a second bomb exploded", "a third man was arrested"). A further victim makes no further event ("a second miner
died"), nor do further numbers ("another 12 were hurt").

Known failures: "a second shot" is another event here; the later of two events told by a report that knows nothing of the first
has no such word.
"""

from twosource.annotate.syntax import children
from twosource.records import Event, Sentence

OTHER = frozenset({"another", "second", "third", "fourth", "fifth", "separate", "further"})
SUBJECTS = ("nsubj", "nsubjpass")
HARMED = frozenset({"die", "kill", "injure", "wound", "hurt", "drown", "perish"})
"""What a further victim does or suffers in an event that was told."""


def another(event: Event, sentence: Sentence, index: int) -> bool:
    """Whether word `index` of the sentence, the trigger of the event, tells of another one than that told before."""
    told = [index]
    if sentence.tokens[index].lemma.lower() not in HARMED:
        told += children(sentence, index, *SUBJECTS)
        told += [] if event.killed or event.injured else children(sentence, index, "dobj")
    return any(_other(sentence, at) for at in told)


def _other(sentence: Sentence, index: int) -> bool:
    words = {sentence.tokens[i].text.lower() for i in children(sentence, index, "det", "amod")}
    return bool(words & OTHER) and not children(sentence, index, "nummod")
